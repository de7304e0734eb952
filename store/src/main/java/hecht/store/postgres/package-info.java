/// PostgreSQL itself: run from its own programs, reached through a pool, and every trouble with it told in one sentence. Knows
/// nothing of customers.
@NullMarked
package hecht.store.postgres;

import org.jspecify.annotations.NullMarked;
