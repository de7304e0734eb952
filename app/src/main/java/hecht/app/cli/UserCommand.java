package hecht.app.cli;

import hecht.app.security.Users.Answer;
import hecht.core.event.Choice;
import hecht.core.event.Words;
import hecht.files.Refusal;
import hecht.store.access.AccountName;
import hecht.store.access.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `hecht user add|list|reset|remove`: who may sign in. A link is shown on a terminal only, where nobody records it; else it
/// goes into a file for its owner's eyes.
@CommandLine.Command(name = "user")
final class UserCommand implements Command {
    private static final List<String> ACTIONS = List.of("add", "list", "reset", "remove");

    private final Conversation with;

    @Parameters(index = "0", paramLabel = "add|list|reset|remove", descriptionKey = "option.takes.user-action")
    String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "option.takes.user-name")
    @Nullable
    String name;

    @Option(names = "--role", paramLabel = "viewer|member|steward|owner", descriptionKey = "option.what.role")
    @Nullable
    String role;

    @Mixin
    DataOptions keeping = new DataOptions();

    @Option(names = "--json", descriptionKey = "option.output.json-lines")
    boolean json;

    UserCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        if (!ACTIONS.contains(action))
            throw with.wrongUse(
                    "user.action",
                    Shown.safely(action),
                    Words.nearest(action, ACTIONS)
                            .map(near -> "; " + with.say("use.meant", near))
                            .orElse("."));
        if (action.equals("list")) return list();
        String who = account().text();
        return switch (action) {
            case "add" -> add(who);
            case "reset" -> reset(who);
            default -> remove(who);
        };
    }

    private int list() throws Refusal {
        if (name != null) throw with.wrongUse("use.too-much", Shown.safely(name));
        try (UserBook users = UserBook.of(keeping, with);
                Destination out = with.output()) {
            List<UserBook.Row> all = users.all();
            if (json) lines(all, out);
            else table(all, out);
            out.finish();
            return Exit.DONE;
        }
    }

    private static void lines(List<UserBook.Row> all, Destination out) {
        Json line = new Json(out);
        for (UserBook.Row each : all) {
            line.open().text("name", each.name()).text("role", each.role());
            line.text("last_sign_in", each.seen().isEmpty() ? null : each.seen());
            line.close().end();
        }
    }

    private void table(List<UserBook.Row> all, Destination out) {
        TextTable table = new TextTable(List.of(
                TextTable.Column.text(with.say("user.column.name"), 0),
                TextTable.Column.text(with.say("user.column.role"), 0),
                TextTable.Column.text(with.say("user.column.last"), 1)));
        for (UserBook.Row each : all)
            table.row(List.of(each.name(), each.role(), each.seen().isEmpty() ? with.say("user.never") : each.seen()));
        for (String line : table.lines(with.isRead() ? with.columns() : Terminal.USUAL_COLUMNS, with.ink()))
            out.line(line);
    }

    private int add(String who) throws Refusal {
        if (role == null) throw with.wrongUse("user.role-missing");
        Optional<Role> as = Choice.read(Role.class, role);
        if (as.isEmpty())
            throw with.wrongUse(
                    "use.choice", "--role", String.join(", ", Choice.words(Role.class)), Shown.safely(role));
        try (UserBook users = UserBook.of(keeping, with)) {
            Answer answer = users.add(who, as.get());
            checked(answer, who);
            with.tell(with.say("user.added", who, as.get().word()));
            hand(users, answer, who);
            return Exit.DONE;
        }
    }

    private int reset(String who) throws Refusal {
        noRole();
        try (UserBook users = UserBook.of(keeping, with)) {
            Answer answer = users.reset(who);
            checked(answer, who);
            with.tell(with.say("user.reset", who));
            hand(users, answer, who);
            return Exit.DONE;
        }
    }

    private int remove(String who) throws Refusal {
        noRole();
        try (UserBook users = UserBook.of(keeping, with)) {
            checked(users.remove(who), who);
            with.tell(with.say("user.removed", who));
            return Exit.DONE;
        }
    }

    private void noRole() throws Refusal {
        if (role != null) throw with.wrongUse("user.role-idle");
    }

    private AccountName account() throws Refusal {
        if (name == null) throw with.wrongUse("use.missing", with.messages().label("NAME"));
        Optional<AccountName> read = AccountName.read(name);
        if (read.isEmpty()) throw with.wrongUse("user.name", Shown.safely(name));
        return read.get();
    }

    private void checked(Answer answer, String who) throws Refusal {
        switch (answer.became()) {
            case DONE -> {}
            case EXISTS -> throw with.wrongUse("user.exists", who);
            case UNKNOWN -> throw with.wrongUse("user.unknown", who);
            case LAST_OWNER -> throw with.wrongUse("user.last-owner", who);
        }
    }

    private void hand(UserBook users, Answer answer, String who) throws Refusal {
        OneTimeLink.hand(users.base() + answer.link(), who, keeping.folder(with), with);
        if (!users.isServed()) with.tell(with.say("user.not-served"));
    }
}
