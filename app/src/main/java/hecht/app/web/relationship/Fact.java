package hecht.app.web.relationship;

/// One line of what is known.
///
/// @param past whether it does not hold any more
public record Fact(String term, String said, boolean past) {
    static Fact of(String term, String said) {
        return new Fact(term, said, false);
    }
}
