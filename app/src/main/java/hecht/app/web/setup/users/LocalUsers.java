package hecht.app.web.setup.users;

import hecht.app.security.Refused;
import hecht.app.security.Users;
import hecht.app.security.Users.Answer;
import hecht.app.security.Who;
import hecht.core.event.Choice;
import hecht.store.access.Account;
import hecht.store.access.AccountName;
import hecht.store.access.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/local/users`: what `hecht user` asks of a running server, with the data folder's own token.
@RestController
class LocalUsers {
    private final Users users;

    LocalUsers(Users users) {
        this.users = users;
    }

    /// One account, as the command lists it.
    ///
    /// @param seen when they signed in last, empty for never
    public record Row(String name, String role, boolean password, String seen) {
        static Row of(Account account) {
            return new Row(
                    account.name().text(),
                    account.role().word(),
                    account.hasPassword(),
                    account.signedIn().map(Object::toString).orElse(""));
        }
    }

    /// What is asked.
    ///
    /// @param role needed only to add somebody
    public record Asked(String name, @Nullable String role) {}

    @GetMapping("/api/local/users")
    List<Row> list() {
        return users.all().stream().map(Row::of).toList();
    }

    @PostMapping("/api/local/users/add")
    Answer add(Who who, @RequestBody Asked asked) {
        Role as = Choice.read(Role.class, asked.role() == null ? "" : asked.role())
                .orElseThrow(() -> new Refused(Refused.Kind.WRONG));
        return users.add(who, known(asked), as);
    }

    @PostMapping("/api/local/users/reset")
    Answer reset(Who who, @RequestBody Asked asked) {
        return users.reset(who, known(asked));
    }

    @PostMapping("/api/local/users/remove")
    Answer remove(Who who, @RequestBody Asked asked) {
        return users.remove(who, known(asked));
    }

    private static AccountName known(Asked asked) {
        return AccountName.read(asked.name()).orElseThrow(() -> new Refused(Refused.Kind.WRONG));
    }
}
