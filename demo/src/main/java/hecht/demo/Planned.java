package hecht.demo;

import hecht.core.event.Event;

/// Something that will happen to a customer at its moment, if the customer is still there and so inclined.
record Planned(Event event, Inclination inclination) {
    /// How the hidden condition decides whether it happens. Most happens to whoever it happens to: a rate that depended on
    /// the condition would tell of it in a way that no model knows.
    enum Inclination {
        /// It happens whatever the condition is.
        ANYWAY,
        /// An answer to a pending invitation, by ρ and p.
        ANSWERS,
        /// What those do who are fond of us, by p(promoter) as far as behaviour tells of it.
        FOND,
        /// What those do who have had enough, by p(detractor) as far as behaviour tells of it.
        TIRED
    }
}
