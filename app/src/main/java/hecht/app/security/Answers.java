package hecht.app.security;

import hecht.app.words.Frames;
import hecht.store.postgres.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/// Turns whatever did not succeed into one of the kinds of [Refused], with a number to quote. Whoever shows it takes
/// [#kind] and [#number] of the request.
///
/// A fault of ours is logged by its number, its classes and its places in the code; never by its message, which may quote what
/// somebody sent.
@ControllerAdvice
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String KIND = Answers.class.getName() + ".kind";
    private static final String NUMBER = Answers.class.getName() + ".number";
    /// Without 0, O, 1 and I, which are mixed up on the telephone.
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    /// Of others' code; of ours, all.
    private static final int FRAMES = 12;

    private static final SecureRandom CHANCE = new SecureRandom();

    Answers() {}

    @ExceptionHandler
    void answer(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) log(request, e);
        else send(request, response, e);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, Throwable e) throws IOException {
        Refused.Kind kind = kind(e);
        if (kind == Refused.Kind.FAULT) log(request, e);
        send(request, response, kind);
    }

    /// @param kind what the page of errors will say
    static void send(HttpServletRequest request, HttpServletResponse response, Refused.Kind kind) throws IOException {
        request.setAttribute(KIND, kind);
        response.sendError(kind.status().value());
    }

    static void log(HttpServletRequest request, Throwable e) {
        LOG.error("fault {}: {}", number(request), Frames.of(e));
    }

    private static Refused.Kind kind(Throwable e) {
        return switch (e) {
            case Refused refused -> refused.kind();
            case MaxUploadSizeExceededException large -> Refused.Kind.TOO_LARGE;
            case TypeMismatchException wrong -> Refused.Kind.WRONG;
            case HttpMessageNotReadableException wrong -> Refused.Kind.WRONG;
            case ErrorResponse answer -> Refused.Kind.of(answer.getStatusCode().value());
            default -> Trouble.in(e).isPresent() ? Refused.Kind.AWAY : Refused.Kind.FAULT;
        };
    }

    /// What happened; by the status where nobody said more.
    public static Refused.Kind kind(HttpServletRequest request, int status) {
        return Optional.ofNullable(request.getAttribute(KIND))
                .map(Refused.Kind.class::cast)
                .orElseGet(() -> Refused.Kind.of(status));
    }

    /// The number to quote: `K3M9-27QX`.
    public static String number(HttpServletRequest request) {
        if (request.getAttribute(NUMBER) instanceof String number) return number;
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) made.append('-');
            made.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        request.setAttribute(NUMBER, made.toString());
        return made.toString();
    }
}
