/// What could not be read, and waits to be mended: why, how often, row by row. Knows the layout and security.
@NullMarked
package hecht.app.web.setup.quarantine;

import org.jspecify.annotations.NullMarked;
