package hecht.app.security;

import org.springframework.http.HttpStatus;

/// What was asked for is not done, and nothing was changed. Thrown by controllers; answered as a page to people and as JSON to
/// programs, in the words of its kind.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Why, and with which words: `error.KIND` in the messages of the page of errors.
    public enum Kind {
        /// A value that makes no sense.
        WRONG(HttpStatus.BAD_REQUEST),
        NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
        NOT_ALLOWED(HttpStatus.FORBIDDEN),
        /// A form that is too old, or not one of ours.
        FORM(HttpStatus.FORBIDDEN),
        /// A page of another site asked.
        ORIGIN(HttpStatus.FORBIDDEN),
        /// The server was called by a name it does not have.
        HOST(HttpStatus.BAD_REQUEST),
        NOT_FOUND(HttpStatus.NOT_FOUND),
        /// There is no customer with this number.
        NO_CUSTOMER(HttpStatus.NOT_FOUND),
        NOT_THAT_WAY(HttpStatus.METHOD_NOT_ALLOWED),
        /// Somebody else was first.
        CONFLICT(HttpStatus.CONFLICT),
        TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
        TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
        FAULT(HttpStatus.INTERNAL_SERVER_ERROR),
        /// The database, or the disk, is away.
        AWAY(HttpStatus.SERVICE_UNAVAILABLE);

        private final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }

        /// What a bare status means.
        public static Kind of(int status) {
            return switch (status) {
                case 401 -> NOT_SIGNED_IN;
                case 403 -> NOT_ALLOWED;
                case 404 -> NOT_FOUND;
                case 405 -> NOT_THAT_WAY;
                case 409 -> CONFLICT;
                case 413 -> TOO_LARGE;
                case 429 -> TOO_MANY;
                case 503 -> AWAY;
                default -> status >= 500 ? FAULT : WRONG;
            };
        }
    }

    private final Kind kind;

    public Refused(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
