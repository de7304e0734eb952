/// PostgreSQL, embedded or your own: [hecht.store.Store] is its door. Knows core; knows no file, page or command.
@NullMarked
package hecht.store;

import org.jspecify.annotations.NullMarked;
