/// What the customer noticed of an event: rules as data, in groups, with presets for kinds of organisation. Knows events,
/// and nothing of episodes or belief.
@NullMarked
package hecht.core.perception;

import org.jspecify.annotations.NullMarked;
