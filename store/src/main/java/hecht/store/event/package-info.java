/// What happened: events in, each once and durably; a customer's events out, in canonical order; who is who, and who is
/// forgotten. Knows core's events; what is believed of a customer is another room's, which takes the [Marks] left here.
@NullMarked
package hecht.store.event;

import org.jspecify.annotations.NullMarked;
