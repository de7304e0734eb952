package hecht.app.cli;

import hecht.app.ingest.Proof.Verified;
import hecht.files.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `hecht verify`: rebuilds every state from its events and compares it with the one that was lived.
@CommandLine.Command(name = "verify")
final class VerifyCommand implements Command {
    private final Conversation with;

    @Mixin
    DataOptions keeping = new DataOptions();

    @Option(names = "--json", descriptionKey = "option.output.json")
    boolean json;

    VerifyCommand(Conversation with) {
        this.with = with;
    }

    @Override
    public int run() throws Refusal {
        try (Destination out = with.output();
                Holdings holdings = Holdings.of(keeping, with)) {
            Verified it = holdings.verify()
                    .orElseThrow(
                            () -> new Refusal(Refusal.Kind.INPUT, with.say("data.nothing-yet", keeping.folder(with))));
            if (json) {
                Json line = new Json(out);
                line.open().text("lived", it.lived()).text("rebuilt", it.rebuilt());
                line.whole("customers", it.customers()).whole("different", it.different());
                line.whole("waiting", it.waiting()).close().end();
            } else {
                out.line(
                        it.isEqual()
                                ? with.say("verify.equal", it.customers())
                                : with.say("verify.different", it.customers(), it.different()));
                out.line(it.lived());
                if (!it.isEqual()) out.line(it.rebuilt());
            }
            if (it.waiting() > 0) with.tell(with.say("verify.waiting", it.waiting()));
            out.finish();
            return it.isEqual() ? Exit.DONE : Exit.DIFFERS;
        }
    }
}
