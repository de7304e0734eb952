/// What is believed of every relationship, kept so that pages only read: folded from events when they come, added up by month
/// when that is done. Knows the core and the events; knows nothing of pages, files or accounts.
@NullMarked
package hecht.store.relation;

import org.jspecify.annotations.NullMarked;
