/// Ways in: files of any kind become rows, rows become events by a mapping, and what cannot be read is named and kept aside.
/// Knows core; knows nothing of folds, commands or stores.
@NullMarked
package hecht.files;

import org.jspecify.annotations.NullMarked;
