package hecht.app.web.relationship;

import java.time.Duration;
import java.time.Instant;

/// A stretch without a sign: nothing perceived by the customer, nothing heard of them.
record Silence(Instant from, Instant to) {
    /// From this length on it is named.
    static final Duration NAMED = Duration.ofDays(120);

    Duration length() {
        return Duration.between(from, to);
    }
}
