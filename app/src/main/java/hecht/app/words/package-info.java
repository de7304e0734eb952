/// What hecht says in words and figures, in Dutch and English, on a terminal and on a page alike. Knows core; knows no command
/// and no page.
@NullMarked
package hecht.app.words;

import org.jspecify.annotations.NullMarked;
