package hecht.app.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.app.security.Browser;
import hecht.app.security.Running;
import hecht.core.event.Purpose;
import hecht.core.perception.Preset;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.files.ModelFile;
import hecht.files.Refusal;
import hecht.store.access.Act;
import hecht.store.access.Role;
import hecht.store.setup.Models;
import hecht.store.setup.Organisation;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the organisation decides, on a real server.
class OrganisationPageTest {
    private static final String HERE = "/setup/organisation";

    private Running house;
    private Browser steward;

    @BeforeEach
    void open() {
        house = Running.start();
        steward = house.signedIn(Role.STEWARD);
        steward.get(HERE + "?lang=en");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Organisation organisation() {
        return house.store().settings().organisation();
    }

    @Test
    void name_zone_and_currency_are_saved_and_what_cannot_be_changes_nothing() {
        assertThat(steward.post(
                                HERE,
                                "name",
                                " Lichtland & <b>Zonen</b> ",
                                "zone",
                                "Europe/Brussels",
                                "currency",
                                "sek")
                        .body())
                .contains("It was saved.", "Lichtland &amp; &lt;b>Zonen&lt;/b>");
        assertThat(organisation().name()).isEqualTo("Lichtland & <b>Zonen</b>");
        assertThat(organisation().zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
        assertThat(organisation().currency()).isEqualTo("SEK");
        Organisation before = organisation();
        assertThat(steward.post(HERE, "name", "x", "zone", "Europe/Atlantis", "currency", "EUR")
                        .body())
                .contains("There is no such zone");
        assertThat(steward.post(HERE, "name", "x", "zone", "Europe/Brussels", "currency", "EURO")
                        .body())
                .contains("There is no such currency");
        assertThat(steward.post(HERE, "name", "  ", "zone", "Europe/Brussels", "currency", "EUR")
                        .body())
                .contains("A name has 1 to 80 characters");
        assertThat(organisation()).isEqualTo(before);
    }

    private Models.Kept active() {
        return house.store().models().active().orElseThrow();
    }

    @Test
    void what_beliefs_rest_on_gets_a_model_of_a_higher_number_and_the_name_does_not() throws Refusal {
        Model model = Model.builtIn(organisation().zone(), Mode.CONTRACT);
        int first = house.store()
                .models()
                .activate(
                        ModelFile.text(model),
                        Models.Origin.COUNTED,
                        house.clock().instant());
        steward.post(HERE, "name", "Lichtland", "zone", organisation().zone().getId(), "currency", model.currency());
        assertThat(active().number()).isEqualTo(first);
        assertThat(steward.post(HERE + "/rules", "do", "save", "preset", "shop", "rules", "")
                        .body())
                .contains("Everybody is folded anew");
        assertThat(active().number()).isEqualTo(first + 1);
        assertThat(steward.get(HERE + "/model.json").body()).isEqualTo(active().text());
        steward.post(HERE + "/mode", "mode", "rhythm"); // and is counted anew beside this thread
        assertThat(active().number()).isGreaterThan(first + 1);
        assertThat(ModelFile.parse("model", active().text()).mode()).isEqualTo(Mode.RHYTHM);
    }

    @Test
    void rules_are_looked_at_before_they_are_saved_and_stay_in_the_form_when_they_cannot_be() {
        String wrong = "rules:\n  bill-higher:\n    weight: 2\n";
        assertThat(steward.post(HERE + "/rules", "do", "save", "preset", "energy", "rules", wrong)
                        .body())
                .contains("These rules cannot be", "a number from 0 to 1", "weight: 2");
        assertThat(house.store().ruleFiles().active()).isEmpty();
        String right = "rules:\n  bill-higher:\n    weight: 0.4";
        assertThat(steward.post(HERE + "/rules", "do", "check", "preset", "energy", "rules", right)
                        .body())
                .contains("These rules can be used", "weight: 0.4");
        assertThat(house.store().ruleFiles().active()).isEmpty();
        steward.post(HERE + "/rules", "do", "save", "preset", "municipality", "rules", right);
        assertThat(house.store().ruleFiles().active()).contains(right);
        assertThat(organisation().preset()).isEqualTo(Preset.MUNICIPALITY);
        steward.post(HERE + "/rules", "do", "save", "preset", "energy", "rules", " \r\n");
        assertThat(house.store().ruleFiles().active()).isEmpty();
        assertThat(house.audit()).extracting(line -> line.act()).contains(Act.RULES_SAVED);
    }

    @Test
    void a_kind_is_kept_only_with_a_purpose_which_the_audit_has() {
        assertThat(steward.post(HERE + "/kinds", "do", "on", "kind", "ill", "purpose", "  ")
                        .body())
                .contains("A purpose has 1 to 300 characters");
        assertThat(organisation().purposes()).isEmpty();
        assertThat(steward.post(HERE + "/kinds", "do", "on", "kind", "ill", "purpose", "leave them in peace")
                        .body())
                .contains("leave them in peace", "Switch off");
        assertThat(organisation().purposes()).containsExactly(Purpose.ILL);
        assertThat(house.audit())
                .anySatisfy(line -> assertThat(line.detail()).isEqualTo("ill on, for: leave them in peace"));
        steward.post(HERE + "/kinds", "do", "off", "kind", "ill");
        assertThat(organisation().purposes()).isEmpty();
    }

    @Test
    void moments_are_written_down_and_removed() {
        steward.post(HERE + "/moments", "day", "2025-10-06", "text", "price letter <i>");
        assertThat(steward.get(HERE).body()).contains("price letter &lt;i&gt;", "6 October 2025");
        assertThat(house.store().moments().all())
                .singleElement()
                .satisfies(each -> assertThat(each.day()).isEqualTo(LocalDate.of(2025, 10, 6)));
        assertThat(steward.post(HERE + "/moments", "day", "2025-13-01", "text", "x")
                        .body())
                .contains("A moment has a day and 1 to 60 characters");
        steward.post(
                HERE + "/moments/remove",
                "number",
                Integer.toString(house.store().moments().all().getFirst().number()));
        assertThat(house.store().moments().all()).isEmpty();
    }

    @Test
    void a_model_that_was_not_fitted_is_said_to_be_so() {
        assertThat(steward.get(HERE).body()).doesNotContain("Not fitted.").contains("There is none before");
        house.store()
                .models()
                .activate(
                        ModelFile.text(Model.builtIn(organisation().zone(), Mode.CONTRACT)),
                        Models.Origin.BUILT_IN,
                        house.clock().instant());
        assertThat(steward.get(HERE).body()).contains("Not fitted.", "/setup/organisation/model.json");
    }
}
