package hecht.app.api;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.store.Store;
import hecht.store.access.Act;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `DELETE /api/v1/relationships/{key}`: the customer's right to be forgotten.
@RestController
class ErasingApi {
    private final Store store;
    private final Clock clock;
    private final Audit audit;

    ErasingApi(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /// Answers alike whether there was such a customer or not: a key that never was is refused from now on just as well.
    @DeleteMapping("/api/v1/relationships/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String key, Who who) {
        store.erasures().erase(customer(key), clock.instant());
        audit.did(who, Act.ERASED, "");
    }

    /// A key in an address: itself where it is letters, digits, `-` and `_` only, else `~` and the base64url of its bytes.
    private static String customer(String key) {
        if (!key.startsWith("~")) return key;
        try {
            return new String(Base64.getUrlDecoder().decode(key.substring(1)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refused.Kind.NO_CUSTOMER);
        }
    }
}
