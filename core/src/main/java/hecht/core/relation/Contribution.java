package hecht.core.relation;

import hecht.core.episode.Deadline;
import hecht.core.episode.Encounter;
import hecht.core.event.Dimension;
import hecht.core.event.Event;
import hecht.core.perception.Perception;
import hecht.core.perception.Rule.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one step of the belief did to health, on its day and now. An event may give several: what was lived through, then
/// answering, then the answer. Contributions add up: base + Σ now = health.
///
/// @param cause the event, or the deadline
/// @param encounter what it was lived through as; null for something heard
/// @param heard what was heard; null for something lived through
/// @param noticed what was perceived; null for something heard
/// @param weight after wearing off; NaN for something heard
/// @param onItsDay points of health on the day itself  @param now points that are left of it
public record Contribution(
        Cause cause,
        @Nullable Encounter encounter,
        @Nullable Observation heard,
        @Nullable Perception noticed,
        Dimension dimension,
        double weight,
        double onItsDay,
        double now) {
    /// What the step came from.
    public sealed interface Cause {
        Instant time();

        record OfEvent(Event event) implements Cause {
            @Override
            public Instant time() {
                return event.time();
            }
        }

        /// @param episode the number of the episode; −1 for an unanswered invitation
        record OfDeadline(Deadline deadline, int episode, Instant time) implements Cause {}
    }

    /// The event, where it was one.
    public Optional<Event> event() {
        return cause instanceof Cause.OfEvent of ? Optional.of(of.event()) : Optional.empty();
    }

    /// A short name: the rules that fired, or what was heard.
    public String label() {
        if (heard != null) return Driver.word(heard);
        if (noticed == null || noticed.rules().isEmpty()) return Driver.WITHDRAWN;
        return String.join(
                "+", noticed.rules().stream().map(rule -> rule.name()).toList());
    }

    /// Why, in words for people.
    public Reason reason() {
        if (heard != null) return heard.reason();
        if (noticed == null || noticed.leading() == null) return Driver.GAVE_UP;
        return noticed.leading().reason();
    }

    /// What moved it, for adding up over customers.
    public Driver driver() {
        return driver(null);
    }

    /// @param goalOfEpisode what a deadline was about
    Driver driver(@Nullable String goalOfEpisode) {
        String rule =
                noticed != null && noticed.leading() != null ? noticed.leading().name() : label();
        return switch (cause) {
            case Cause.OfEvent(Event event) ->
                Driver.of(event.envelope().subject().goal(), event.type().word(), rule);
            case Cause.OfDeadline deadline -> Driver.of(goalOfEpisode, Driver.DEADLINE, rule);
        };
    }

    Contribution leaving(double left) {
        return new Contribution(cause, encounter, heard, noticed, dimension, weight, onItsDay, left);
    }
}
