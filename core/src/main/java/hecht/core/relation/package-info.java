/// What is believed of one customer: a belief over conditions, moved by time, by what the customer lived through and by what
/// was heard, folded event by event. Pure: no framework, no input or output, no clock. Knows episodes, perception and events.
@NullMarked
package hecht.core.relation;

import org.jspecify.annotations.NullMarked;
