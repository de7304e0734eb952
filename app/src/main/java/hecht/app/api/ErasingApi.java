package hecht.app.api;

import hecht.app.security.Audit;
import hecht.app.security.Refused;
import hecht.app.security.Who;
import hecht.app.words.Plain;
import hecht.store.Store;
import hecht.store.access.Act;
import java.time.Clock;
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
        String customer = Plain.fromAddress(key).orElseThrow(() -> new Refused(Refused.Kind.NO_CUSTOMER));
        store.erasures().erase(customer, clock.instant());
        audit.did(who, Act.ERASED, "");
    }
}
