package hecht.files;

/// Why something cannot be done at all, in one sentence for the person who asked: where, what was expected, what was found,
/// what to do.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /// Whose it is to mend.
    public enum Kind {
        /// Wrong use: an option, a mapping or a rule file that says something impossible.
        USE,
        /// The input cannot be read at all, or is empty.
        INPUT,
        /// The surroundings: a folder that is not writable, a disk that is full.
        SURROUNDINGS
    }

    private final Kind kind;

    public Refusal(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Refusal(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence, ending in a full stop.
    public String sentence() {
        return getMessage() + "";
    }
}
