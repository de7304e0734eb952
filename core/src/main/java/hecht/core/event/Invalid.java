package hecht.core.event;

/// A value that an event cannot carry. The reader turns it into a [Problem]; for code that makes events itself it is the
/// programming error that it says it is.
public final class Invalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Invalid(Field field, String expected, String found) {
        this(new Problem(field.label(), expected, found, ""));
    }

    private Invalid(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
