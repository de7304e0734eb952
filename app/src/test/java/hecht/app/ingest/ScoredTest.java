package hecht.app.ingest;

import static hecht.app.ingest.Given.CONTRACT;
import static hecht.app.ingest.Given.RHYTHM;
import static hecht.app.ingest.Given.lines;
import static hecht.app.ingest.Given.ndjson;
import static hecht.app.ingest.Given.read;
import static hecht.app.ingest.Given.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hecht.core.episode.Encounter;
import hecht.core.episode.Ending;
import hecht.core.episode.EpisodeRecord;
import hecht.core.event.Dimension;
import hecht.core.perception.Preset;
import hecht.core.relation.Digest;
import hecht.core.relation.Fold;
import hecht.core.relation.Mode;
import hecht.core.relation.Model;
import hecht.core.relation.Quadrant;
import hecht.core.relation.Standing;
import hecht.files.Progress;
import hecht.files.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every relationship of some files.
class ScoredTest {
    private static final long SEED = 20260301;
    private static final Instant FIRST = Instant.parse("2024-01-01T09:00:00Z");
    private static final long DAY = 86_400;

    @TempDir
    Path folder;

    /// Three hundred customers of an energy supplier over two years, in the order of time.
    private static String[] manyEvents() {
        Random random = new Random(SEED);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            Instant time = FIRST.plusSeconds(i * (2 * 365 * DAY) / 9_000);
            String customer = "klant-" + random.nextInt(300);
            String rest = switch (random.nextInt(8)) {
                case 0 -> "'type': 'invoiced', 'amount': " + (80 + random.nextInt(90));
                case 1 ->
                    "'type': 'contact', 'direction': 'in', 'kind': 'question', 'outcome': 'resolved', 'goal': 'meter'";
                case 2 ->
                    "'type': 'contact', 'direction': 'in', 'kind': 'complaint', 'outcome': 'unresolved', 'goal': 'move house'";
                case 3 -> "'type': 'survey_sent'";
                case 4 ->
                    "'type': 'survey_answered', 'question': 'NPS', 'score': " + random.nextInt(11)
                            + ", 'scale_min': 0, 'scale_max': 10";
                case 5 -> "'type': 'disrupted', 'until': '" + time.plusSeconds(random.nextInt(60_000)) + "'";
                case 6 ->
                    "'type': 'contract', 'product': 'power', 'locked_until': '" + time.plusSeconds(200 * DAY) + "'";
                default -> "'type': 'used', 'count': 3";
            };
            if (random.nextInt(400) == 0) rest = "'type': 'left', 'voluntary': true";
            if (random.nextInt(900) == 0) rest = "'type': 'merged', 'from': 'klant-" + (300 + random.nextInt(5)) + "'";
            events.add("'id': '" + i + "', 'time': '" + time + "', 'customer': '" + customer + "', " + rest);
        }
        return events.toArray(String[]::new);
    }

    /// What a command does: counts, folds, and says it in one line.
    private static String digest(Path... files) throws Refusal {
        try (Histories histories = read(files)) {
            Model model = histories.counted(CONTRACT.model(), CONTRACT.rules(), Progress.SILENT);
            assertThat(model.usual().counted()).isTrue();
            return score(new Fold(model, CONTRACT.rules()), histories).digest();
        }
    }

    @Test
    void the_digest_is_equal_in_another_order_given_twice_and_shuffled() throws Refusal {
        String[] all = manyEvents();
        Path first = ndjson(folder, "first", Arrays.copyOf(all, 4_000));
        Path second = ndjson(folder, "second", Arrays.copyOfRange(all, 4_000, all.length));
        List<String> rows = Arrays.asList(all.clone());
        Collections.shuffle(rows, new Random(SEED));
        Path shuffled = ndjson(folder, "shuffled", rows.toArray(String[]::new));

        String digest = digest(first, second);
        assertThat(digest(second, first)).as("in another order").isEqualTo(digest);
        assertThat(digest(first, second, second, first)).as("given twice").isEqualTo(digest);
        assertThat(digest(shuffled)).as("shuffled").isEqualTo(digest);
        assertThat(digest(first)).as("other events").isNotEqualTo(digest);
    }

    @Test
    void equal_events_give_equal_lines_and_figures_whatever_order_they_come_in() {
        String[] all = manyEvents();
        List<String> rows = Arrays.asList(all.clone());
        Collections.shuffle(rows, new Random(SEED + 1));
        try (Histories one = read(ndjson(folder, "one", all));
                Histories other = read(ndjson(folder, "other", rows.toArray(String[]::new)))) {
            Scored a = score(CONTRACT, one);
            Scored b = score(CONTRACT, other);
            assertThat(b.summary()).isEqualTo(a.summary());
            assertThat(lines(b)).isEqualTo(lines(a)).isNotEmpty();
        }
    }

    @Test
    void every_line_and_the_digest_are_those_of_each_history_folded_by_itself() throws Refusal {
        try (Histories histories = read(ndjson(folder, "all", manyEvents()))) {
            Scored scored = score(CONTRACT, histories);
            List<Standing> expected = new ArrayList<>();
            Digest digest = new Digest();
            histories.each(each -> {
                digest.add(each.customer(), CONTRACT.all(each.events()));
                Standing standing = each.standing(CONTRACT, histories.asOf());
                if (standing.isRunning()) expected.add(standing);
            });
            assertThat(lines(scored)).extracting(Line::standing).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(scored.digest()).isEqualTo(digest.hex());
        }
    }

    @Test
    void the_sums_of_why_equal_the_health_of_score() throws Refusal {
        try (Histories histories = read(ndjson(folder, "all", manyEvents()))) {
            Model model = histories.counted(CONTRACT.model(), CONTRACT.rules(), Progress.SILENT);
            Fold fold = new Fold(model, CONTRACT.rules());
            Scored scored = score(fold, histories);
            assertThat(lines(scored)).hasSizeGreaterThan(200);
            for (Line line : lines(scored)) {
                double sum = Given.history(line.customer(), histories)
                        .why(fold, scored.asOf())
                        .health();
                // health.md, section 6: sums hold to 1e-9 in contract.
                assertThat(sum).isCloseTo(line.standing().health(), within(1e-9));
            }
        }
    }

    @Test
    void the_organisations_currency_is_the_one_that_most_amounts_name() throws Refusal {
        Path bills = Given.ndjson(
                folder,
                "bills.ndjson",
                "'time': '2026-01-01T09:00:00Z', 'customer': 'anna', 'type': 'invoiced', 'amount': 90, 'currency': 'gbp'",
                "'time': '2026-01-02T09:00:00Z', 'customer': 'anna', 'type': 'paid', 'amount': 90, 'currency': 'GBP'",
                "'time': '2026-01-03T09:00:00Z', 'customer': 'bram', 'type': 'ordered', 'amount': 9000, 'currency': 'JPY'");
        try (Histories histories = Given.read(bills)) {
            assertThat(histories
                            .counted(CONTRACT.model(), CONTRACT.rules(), Progress.SILENT)
                            .currency())
                    .isEqualTo("GBP");
        }
    }

    @Test
    void closed_relationships_and_the_merely_described_leave_every_figure_and_are_counted() {
        Path file = ndjson(
                folder,
                "three",
                "'time': '2025-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'time': '2025-01-01T10:00:00Z', 'customer': 'bram', 'type': 'started'",
                "'time': '2025-06-01T10:00:00Z', 'customer': 'bram', 'type': 'left', 'voluntary': true",
                "'time': '2025-06-01T10:00:00Z', 'customer': 'chris', 'type': 'described', 'name': 'Chris'");
        try (Histories histories = read(file)) {
            Scored scored = score(CONTRACT, histories);
            assertThat(lines(scored)).extracting(Line::customer).containsExactly("anna");
            Summary summary = scored.summary();
            assertThat(summary.customers()).isEqualTo(3);
            assertThat(summary.running()).isEqualTo(1);
            assertThat(summary.closed()).isEqualTo(1);
            assertThat(summary.notBegun()).isEqualTo(1);
            assertThat(summary.health())
                    .isEqualTo(lines(scored).getFirst().standing().health());
        }
    }

    @Test
    void quadrants_are_held_against_the_organisations_own_mean_attitude() {
        Path file = ndjson(
                folder,
                "quadrants",
                "'time': '2025-01-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'time': '2025-02-01T10:00:00Z', 'customer': 'anna', 'type': 'survey_answered', 'question': 'NPS', 'score': 10, 'scale_min': 0, 'scale_max': 10",
                "'time': '2025-01-01T10:00:00Z', 'customer': 'chris', 'type': 'started', 'locked_until': '2028-01-01'",
                "'time': '2025-02-01T10:00:00Z', 'customer': 'chris', 'type': 'survey_answered', 'question': 'NPS', 'score': 0, 'scale_min': 0, 'scale_max': 10");
        try (Histories histories = read(file)) {
            Scored scored = score(CONTRACT, histories);
            assertThat(lines(scored)).extracting(Line::quadrant).containsExactly(Quadrant.TRUE, Quadrant.SPURIOUS);
            assertThat(scored.summary().quadrants())
                    .isEqualTo(Map.of(Quadrant.TRUE, 1, Quadrant.LATENT, 0, Quadrant.SPURIOUS, 1, Quadrant.NONE, 0));
            assertThat(scored.summary().latentLeavers()).as("Chris is held").isPositive();
        }
    }

    @Test
    void in_rhythm_a_customer_without_a_purchase_has_no_relationship() {
        Path file = ndjson(
                folder,
                "shop",
                "'time': '2025-01-01T10:00:00Z', 'customer': 'anna', 'type': 'ordered', 'amount': 30",
                "'time': '2025-03-01T10:00:00Z', 'customer': 'anna', 'type': 'ordered', 'amount': 40",
                "'time': '2025-02-01T10:00:00Z', 'customer': 'bram', 'type': 'reviewed', 'stars': 4");
        try (Histories histories = read(file)) {
            Scored scored = score(RHYTHM, histories);
            assertThat(lines(scored)).extracting(Line::customer).containsExactly("anna");
            assertThat(scored.summary().notBegun()).isEqualTo(1);
            assertThat(scored.model().mode()).isEqualTo(Mode.RHYTHM);
            assertThat(score(CONTRACT, histories).proposal())
                    .as("orders, and nobody left")
                    .isEqualTo(Mode.RHYTHM);
        }
    }

    @Test
    void episodes_tell_what_a_customer_went_through_for_one_goal() {
        Path file = ndjson(
                folder,
                "move",
                "'time': '2025-05-01T10:00:00Z', 'customer': 'anna', 'type': 'started'",
                "'time': '2025-06-01T10:00:00Z', 'customer': 'anna', 'type': 'contact', 'direction': 'in', 'kind': 'question', 'outcome': 'unresolved', 'goal': 'move house'",
                "'time': '2025-06-03T10:00:00Z', 'customer': 'anna', 'type': 'contact', 'direction': 'in', 'kind': 'question', 'outcome': 'resolved', 'goal': 'move house'");
        try (Histories histories = read(file)) {
            List<EpisodeRecord> episodes = Given.history("anna", histories).episodes(CONTRACT, histories.asOf());
            assertThat(episodes).singleElement().satisfies(move -> {
                assertThat(move.goal()).isEqualTo("move house");
                assertThat(move.ending()).isEqualTo(Ending.FULFILLED);
                assertThat(move.contacts()).isEqualTo(2);
                assertThat(move.encounters()).contains(Encounter.BAD);
                assertThat(move.rightByCustomer()).isFalse();
            });
            assertThat(Given.history("anna", histories)
                            .why(CONTRACT, histories.asOf())
                            .dimensions()
                            .get(Dimension.EXPERIENCE))
                    .isNegative();
        }
    }

    @Test
    void an_episode_ends_by_a_deadline_between_the_last_event_and_the_as_of_moment() {
        Path file = ndjson(
                folder,
                "forgotten",
                "'time': '2025-06-01T10:00:00Z', 'customer': 'anna', 'type': 'case_opened', 'case': 'T-1'",
                "'time': '2025-12-01T10:00:00Z', 'customer': 'bram', 'type': 'started'");
        try (Histories histories = read(file)) {
            assertThat(Given.history("anna", histories).episodes(CONTRACT, histories.asOf()))
                    .singleElement()
                    .satisfies(ticket -> {
                        assertThat(ticket.ending()).isEqualTo(Ending.NEVER_FULFILLED);
                        assertThat(ticket.encounters()).contains(Encounter.BAD);
                        assertThat(ticket.parts()).hasSize(1);
                    });
        }
    }

    @Test
    void lines_come_in_the_order_of_their_keys_by_bytes() {
        Path file = ndjson(
                folder,
                "keys",
                "'time': '2025-01-01T10:00:00Z', 'customer': '😀', 'type': 'started'",
                "'time': '2025-01-01T10:00:00Z', 'customer': '\uFF21', 'type': 'started'",
                "'time': '2025-01-01T10:00:00Z', 'customer': '9', 'type': 'started'",
                "'time': '2025-01-01T10:00:00Z', 'customer': '10', 'type': 'started'");
        try (Histories histories = read(file)) {
            assertThat(lines(score(CONTRACT, histories)))
                    .extracting(Line::customer)
                    .containsExactly("10", "9", "\uFF21", "😀");
        }
    }

    @Test
    void nobody_at_all_has_figures_of_nothing() {
        Path file = ndjson(folder, "nobody", "'time': '2025-01-01T10:00:00Z', 'customer': 'a', 'type': 'erased'");
        try (Histories histories = read(file)) {
            Summary summary = score(new Fold(CONTRACT.model(), Preset.SHOP.rules()), histories)
                    .summary();
            assertThat(summary.customers()).isZero();
            assertThat(summary.health()).isZero();
            assertThat(summary.spread()).isZero();
        }
    }
}
