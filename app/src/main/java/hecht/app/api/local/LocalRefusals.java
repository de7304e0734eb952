package hecht.app.api.local;

import hecht.files.Refusal;
import hecht.store.postgres.Trouble;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What a person can mend is answered by its sentence alone, which the command prints as it is.
@RestControllerAdvice("hecht.app.api.local")
class LocalRefusals {
    @ExceptionHandler
    ResponseEntity<String> refused(Refusal refusal) {
        return sentence(
                refusal.kind() == Refusal.Kind.SURROUNDINGS ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.CONFLICT,
                refusal.sentence());
    }

    @ExceptionHandler
    ResponseEntity<String> troubled(RuntimeException e) {
        Trouble trouble = Trouble.in(e).orElseThrow(() -> e);
        return sentence(HttpStatus.SERVICE_UNAVAILABLE, trouble.sentence());
    }

    private static ResponseEntity<String> sentence(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                .body(sentence);
    }
}
