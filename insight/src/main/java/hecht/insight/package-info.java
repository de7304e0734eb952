/// What an organisation learns from all of its relationships together. Knows core, and no file, database or page: data come in
/// as values, what was learned goes out as values.
@NullMarked
package hecht.insight;

import org.jspecify.annotations.NullMarked;
