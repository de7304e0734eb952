/// What the pages under Setup have in common: their list, and who sees which. Each page has a room of its own below. Knows the
/// layout and security.
@NullMarked
package hecht.app.web.setup;

import org.jspecify.annotations.NullMarked;
