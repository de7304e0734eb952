package hecht.core.perception;

import static org.assertj.core.api.Assertions.assertThat;

import hecht.core.event.Event;
import hecht.core.event.EventReader;
import hecht.core.event.NamedValues;
import hecht.core.event.Reading;
import hecht.core.perception.Situation.Promise;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of defaults in the contract of events, row by row.
class DefaultRulesTest {
    private static final double ROUNDING = 1e-12;

    /// An event in few words: its type, then fields as `name=value` with `;` between them.
    private static Event event(String words) {
        NamedValues values = new NamedValues();
        values.put("source", "crm")
                .put("id", "1")
                .put("time", "2026-03-01T12:00:00Z")
                .put("customer", "anna");
        values.put("type", words.split(" ", 2)[0]);
        if (words.contains(" "))
            for (String field : words.split(" ", 2)[1].split(";", -1))
                values.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        Reading reading = new EventReader(ZoneOffset.UTC, Instant.parse("2027-01-01T00:00:00Z")).read(values);
        if (reading instanceof Reading.Accepted accepted) return accepted.event();
        throw new AssertionError(reading.toString());
    }

    private static Perception perceive(Preset preset, String words, Situation around) {
        return preset.rules().perceive(event(words), around);
    }

    private static void assertPerceived(
            Perception noticed, double weight, double quality, boolean good, String dimension) {
        assertThat(noticed.weight()).as("weight").isEqualTo(weight);
        assertThat(noticed.quality()).as("quality").isCloseTo(quality, Assertions.within(ROUNDING));
        assertThat(noticed.good()).as("good").isEqualTo(good);
        assertThat(noticed.dimension().word()).as("dimension").isEqualTo(dimension);
    }

    @ParameterizedTest(name = "{0}: w {1}, q {2}")
    @CsvSource({
        "paid method=direct debit,                                .02, 1,    false, behaviour",
        "paid method=Automatische incasso,                        .02, 1,    false, behaviour",
        "invoiced amount=80,                                      .1,  1,    false, experience",
        "message_sent kind=price,                                 .6,  .6,   false, intention",
        "message_sent kind=newsletter,                            .03, 1,    false, emotion",
        "message_opened,                                          .15, 1,    false, emotion",
        "contact direction=in;kind=complaint;outcome=unresolved,  1,   .35,  false, emotion",
        "contact direction=in;kind=complaint;outcome=resolved,    1,   .7,   false, emotion",
        "contact direction=in;kind=complaint;outcome=promised,    1,   .45,  false, emotion",
        "contact direction=in;kind=complaint,                     1,   .45,  false, emotion",
        "contact direction=in;kind=compliment,                    1,   1,    true,  emotion",
        "contact direction=in;kind=compliment;outcome=unresolved, 1,   1,    true,  emotion",
        "contact direction=in;kind=question;outcome=unresolved,   1,   .55,  false, experience",
        "contact direction=in;kind=question;outcome=resolved,     1,   1,    true,  experience",
        "contact direction=in;outcome=resolved,                   1,   1,    true,  experience",
        "contact direction=in;kind=advice,                        1,   .85,  false, experience",
        "contact direction=in;kind=question;outcome=transferred,  1,   .85,  false, experience",
        "contact direction=in,                                    1,   .85,  false, experience",
        "contact direction=out,                                   .5,  1,    false, experience",
        "contact direction=out;outcome=resolved,                  .5,  1,    false, experience",
        "contact direction=out;kind=complaint;wait_seconds=900,   .5,  1,    false, experience",
        "case_closed case=k;outcome=fulfilled,                    .3,  1,    true,  experience",
        "case_closed case=k;outcome=rejected,                     .8,  .5,   false, experience",
        "case_closed case=k;outcome=unfulfilled,                  .8,  .5,   false, experience",
        "order_cancelled by=supplier,                             .8,  .5,   false, experience",
        "returned,                                                .3,  .85,  false, experience",
        "delivered,                                               .3,  1,    true,  experience",
        "disrupted,                                               .5,  .85,  false, experience",
        "disrupted until=2026-03-01T12:59:59Z,                    .5,  .85,  false, experience",
        "disrupted until=2026-03-01T13:00:00Z,                    .8,  .65,  false, experience",
        "disrupted until=2026-03-01T19:59:59Z,                    .8,  .65,  false, experience",
        "disrupted until=2026-03-01T20:00:00Z,                    1,   .3,   false, experience",
        "disrupted until=2026-03-01T20:00:00Z;planned=true,       .8,  .65,  false, experience",
        "disrupted until=2026-03-01T13:00:00Z;planned=true,       .5,  .85,  false, experience",
        "disrupted planned=true,                                  .1,  1,    false, experience",
        "rewarded form=appreciation,                              .8,  1,    false, emotion",
        "rewarded form=emotion,                                   .8,  1,    false, emotion",
        "rewarded form=information,                               .5,  1,    false, emotion",
        "rewarded form=material,                                  .4,  1,    false, emotion",
        "approached arm=treated,                                  .7,  1,    false, emotion",
        "approached,                                              .7,  1,    false, emotion"
    })
    void of_itself(String words, double weight, double quality, boolean good, String dimension) {
        assertPerceived(perceive(Preset.ENERGY, words, Situation.PLAIN), weight, quality, good, dimension);
    }

    @ParameterizedTest(name = "{0} is not perceived")
    @CsvSource({
        "described",
        "started",
        "contract product=p",
        "product_added product=p",
        "left voluntary=true",
        "case_opened case=k",
        "case_step case=k;step=check",
        "case_closed case=k;outcome=withdrawn",
        "ordered",
        "order_cancelled by=customer",
        "order_cancelled",
        "paid method=card",
        "reminded",
        "refunded",
        "message_sent kind=service",
        "message_clicked",
        "unsubscribed",
        "used",
        "survey_sent",
        "reviewed stars=1",
        "said sentiment=-1",
        "approached arm=held_out",
        "life_event kind=moved"
    })
    void what_no_rule_matches_is_not_perceived(String words) {
        assertThat(perceive(Preset.ENERGY, words, Situation.PLAIN)).isEqualTo(Perception.NOTHING);
        assertThat(Perception.NOTHING.isPerceived()).isFalse();
    }

    @ParameterizedTest(name = "{0} at {1} times the usual: w {2}, q {3}")
    @CsvSource({"invoiced amount=80, 1.25, .1, 1", "invoiced amount=80, 1.2501, .6, .6", "invoiced amount=80, 2, .6, .6"
    })
    void a_bill_more_than_a_quarter_higher_than_usual_is_noticed(String words, double times, double w, double q) {
        Perception noticed = perceive(Preset.ENERGY, words, new Situation(0, Promise.NONE, 0, times, false));
        assertPerceived(noticed, w, q, false, "experience");
    }

    @ParameterizedTest(name = "waited {0} seconds: q {1}")
    @CsvSource({"119, 1", "120, .85", "600, .85", "600.5, .75"})
    void waiting(double seconds, double quality) {
        String words = "contact direction=in;outcome=resolved;wait_seconds=" + seconds;
        assertPerceived(perceive(Preset.ENERGY, words, Situation.PLAIN), 1, quality, quality >= .85, "experience");
    }

    @ParameterizedTest(name = "{0} transfers: q {1}")
    @CsvSource({"0, 1", "1, .85", "2, .7225", "3, .614125"})
    void transfers(int transfers, double quality) {
        String words = "contact direction=in;outcome=resolved;transfers=" + transfers;
        assertPerceived(perceive(Preset.ENERGY, words, Situation.PLAIN), 1, quality, quality >= .85, "experience");
    }

    @ParameterizedTest(name = "contact {0} for one goal: q {1}")
    @CsvSource({"0, 1", "1, 1", "2, .7", "3, .5", "4, .4", "9, .4"})
    void repetition(int ordinal, double quality) {
        Perception noticed = perceive(
                Preset.ENERGY,
                "contact direction=in;outcome=resolved",
                new Situation(ordinal, Promise.NONE, 0, 1, false));
        assertPerceived(noticed, 1, quality, quality == 1, "experience");
        assertThat(noticed.qualityAlone()).as("before repetition").isEqualTo(1);
        Perception reopened =
                perceive(Preset.ENERGY, "case_reopened case=k", new Situation(ordinal, Promise.NONE, 0, 1, false));
        assertPerceived(reopened, 1, quality, false, "experience");
    }

    @ParameterizedTest(name = "delivered {0} days late: w {1}, q {2}")
    @CsvSource({"-3, .3, 1", "0, .3, 1", ".001, .8, .7", "2, .8, .7", "2.001, 1, .3"})
    void lateness(double days, double weight, double quality) {
        Situation around = new Situation(0, days > 0 ? Promise.LATE : Promise.KEPT, days, 1, false);
        assertPerceived(perceive(Preset.ENERGY, "delivered", around), weight, quality, quality == 1, "experience");
    }

    @Test
    void a_case_closed_as_promised_is_noticed_more_and_one_closed_late_not_at_all() {
        String words = "case_closed case=k;outcome=fulfilled";
        assertPerceived(
                perceive(Preset.ENERGY, words, new Situation(0, Promise.KEPT, -1, 1, false)),
                .8,
                1,
                true,
                "experience");
        assertThat(perceive(Preset.ENERGY, words, new Situation(0, Promise.LATE, 1, 1, false)))
                .isEqualTo(Perception.NOTHING);
    }

    @Test
    void deadlines_have_rules_of_their_own() {
        assertPerceived(Preset.ENERGY.rules().promiseBroken(), 1, .4, false, "experience");
        assertPerceived(Preset.ENERGY.rules().neverFulfilled(), 1, .5, false, "experience");
    }

    @Test
    void a_reminder_of_a_bill_already_paid_hurts() {
        Situation paid = new Situation(0, Promise.NONE, 0, 1, true);
        assertPerceived(perceive(Preset.ENERGY, "reminded case=bill", paid), 1, .3, false, "emotion");
    }

    @Test
    void only_gestures_can_make_a_recovery() {
        for (String form : new String[] {"appreciation", "emotion", "information", "material"})
            assertThat(perceive(Preset.ENERGY, "rewarded form=" + form, Situation.PLAIN)
                            .gesture())
                    .isTrue();
        assertThat(perceive(Preset.ENERGY, "approached", Situation.PLAIN).gesture())
                .isFalse();
    }

    // ---- groups

    @Test
    void over_groups_qualities_multiply_and_the_largest_weight_holds() {
        Perception noticed = perceive(
                Preset.ENERGY,
                "contact direction=in;kind=complaint;outcome=unresolved;wait_seconds=700;transfers=2",
                new Situation(3, Promise.NONE, 0, 1, false));
        assertPerceived(noticed, 1, .35 * .75 * .7225 * .5, false, "emotion");
        assertThat(noticed.qualityAlone()).isCloseTo(.35 * .75 * .7225, Assertions.within(ROUNDING));
        assertThat(noticed.rules())
                .extracting(Rule::name)
                .containsExactly("complaint-unresolved", "waited-long", "transferred", "third-contact");
    }

    @ParameterizedTest(name = "resolved with {0}: good {1}")
    @CsvSource({
        "wait_seconds=300, true",
        "transfers=1, true",
        "wait_seconds=300;transfers=1, false",
        "wait_seconds=601, false"
    })
    void good_only_if_the_other_groups_leave_at_least_85_percent(String fields, boolean good) {
        assertThat(perceive(Preset.ENERGY, "contact direction=in;outcome=resolved;" + fields, Situation.PLAIN)
                        .good())
                .isEqualTo(good);
    }

    // ---- presets

    @ParameterizedTest(name = "{0}, {1}: w {2}, q {3}")
    @CsvSource({
        "SHOP,         returned,                             .3, .95",
        "SHOP,         delivered,                            .5, 1",
        "SHOP,         order_cancelled by=supplier,          1,  .5",
        "SHOP,         case_closed case=k;outcome=rejected,  .8, .5",
        "MUNICIPALITY, invoiced amount=80,                   .3, 1",
        "MUNICIPALITY, case_closed case=k;outcome=rejected,  .8, .6",
        "MUNICIPALITY, case_closed case=k;outcome=fulfilled, .6, 1",
        "MUNICIPALITY, message_sent kind=price,              .4, .7",
        "MUNICIPALITY, returned,                             .3, .85"
    })
    void presets_differ_only_where_they_must(Preset preset, String words, double weight, double quality) {
        Perception noticed = perceive(preset, words, Situation.PLAIN);
        assertThat(noticed.weight()).isEqualTo(weight);
        assertThat(noticed.quality()).isEqualTo(quality);
    }

    @Test
    void every_preset_has_the_same_rules_by_name() {
        for (Preset preset : Preset.values())
            assertThat(preset.rules().rules())
                    .extracting(Rule::name)
                    .containsExactlyElementsOf(Preset.ENERGY.rules().rules().stream()
                            .map(Rule::name)
                            .toList());
    }

    @Test
    void every_rule_gives_its_reason_in_two_languages() {
        for (Rule rule : Preset.ENERGY.rules().rules()) {
            assertThat(rule.reason().english()).as(rule.name()).isNotBlank();
            assertThat(rule.reason().dutch())
                    .as(rule.name())
                    .isNotBlank()
                    .isNotEqualTo(rule.reason().english());
        }
    }
}
