/// All that a store holds in one file, and back again: [hecht.store.backup.Backup] and [hecht.store.backup.Restore]. Knows of
/// every table only its name, its columns, and whether a backup carries it.
@NullMarked
package hecht.store.backup;

import org.jspecify.annotations.NullMarked;
