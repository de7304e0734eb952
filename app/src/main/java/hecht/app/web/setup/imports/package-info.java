/// The way in for files: hand one in, look at how it would be read, import it, and see what became of it. Knows the layout,
/// security and how files are read.
@NullMarked
package hecht.app.web.setup.imports;

import org.jspecify.annotations.NullMarked;
