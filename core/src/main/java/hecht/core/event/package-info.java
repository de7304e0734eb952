/// What happened: the sealed events of the contract between an organisation and hecht, what each may carry, and the one
/// reader from named fields. Knows nothing of perception, episodes or belief, and never sees a clock.
@NullMarked
package hecht.core.event;

import org.jspecify.annotations.NullMarked;
