package hecht.insight.fit;

import hecht.core.episode.Encounter;
import hecht.core.relation.Matrix;
import hecht.core.relation.Observation;
import hecht.core.relation.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One number of the law.
///
/// @param encounter of a move; null for all else  @param observation of an answer; null for all else
/// @param from condition, from 0; of a start, 0
/// @param to condition, from 0; of an answer, its column
public record Quantity(
        Kind kind, @Nullable Encounter encounter, @Nullable Observation observation, int from, int to) {
    /// What it is a number of.
    public enum Kind {
        /// π, the share of new relationships that begin in a condition.
        START,
        /// The share of those who return.
        WON_BACK,
        /// μ, leaving by choice a year with the door open.
        LEAVING,
        /// Q, drifting from one condition to the next or the one before, a year.
        DRIFT,
        /// ρ, the chance to answer when asked.
        ANSWERING,
        /// p, the chance of an answer.
        ANSWER,
        /// M, the chance that an encounter moves from one condition to another.
        MOVE
    }

    /// The encounter of a move.
    public Optional<Encounter> encounterOfMove() {
        return Optional.ofNullable(encounter);
    }

    /// The kind of an answer.
    public Optional<Observation> observationOfAnswer() {
        return Optional.ofNullable(observation);
    }

    /// Whether it is a rate a year; else a chance.
    public boolean isRate() {
        return kind == Kind.LEAVING || kind == Kind.DRIFT;
    }

    static Quantity of(Kind kind, int from, int to) {
        return new Quantity(kind, null, null, from, to);
    }

    /// A row of chances that sum to one, or a rate, or a chance alone: what is estimated together.
    ///
    /// @param values as they are; more than one for chances that sum to one
    record Row(List<Quantity> quantities, List<Double> values) {
        boolean isShares() {
            return quantities.size() > 1;
        }

        /// The place of the largest, which the others are compared with.
        int largest() {
            int at = 0;
            for (int i = 1; i < values.size(); i++) if (values.get(i) > values.get(at)) at = i;
            return at;
        }
    }

    /// All that is free in these parameters, in the order of [Coordinates].
    ///
    /// @param answering ρ by condition
    static List<Row> rows(Parameters of, Matrix answering) {
        int k = of.conditions();
        List<Row> rows = new ArrayList<>();
        rows.add(shares(Kind.START, null, null, of.start(), 0));
        rows.add(shares(Kind.WON_BACK, null, null, of.wonBack(), 0));
        for (int i = 0; i < k; i++)
            rows.add(single(of(Kind.LEAVING, i, i), of.leaving().at(i)));
        for (int i = 0; i + 1 < k; i++)
            rows.add(single(of(Kind.DRIFT, i, i + 1), of.up().at(i)));
        for (int i = 0; i + 1 < k; i++)
            rows.add(single(of(Kind.DRIFT, i + 1, i), of.down().at(i)));
        for (int i = 0; i < k; i++) rows.add(single(of(Kind.ANSWERING, i, i), answering.at(i)));
        for (Observation each : Observation.values())
            if (of.ownAnswers().containsKey(each))
                for (int i = 0; i < k; i++) rows.add(shares(Kind.ANSWER, null, each, of.answers(each), i));
        for (Encounter each : Encounter.values())
            for (int i = 0; i < k; i++) {
                Row row = shares(Kind.MOVE, each, null, of.move(each), i);
                if (row.isShares()) rows.add(row);
            }
        return rows;
    }

    private static Row single(Quantity quantity, double value) {
        return new Row(List.of(quantity), List.of(value));
    }

    private static Row shares(
            Kind kind, @Nullable Encounter encounter, @Nullable Observation observation, Matrix of, int row) {
        List<Quantity> quantities = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int j = 0; j < of.columns(); j++) {
            if (!(of.at(row, j) > 0)) continue;
            quantities.add(new Quantity(kind, encounter, observation, row, j));
            values.add(of.at(row, j));
        }
        return new Row(quantities, values);
    }
}
