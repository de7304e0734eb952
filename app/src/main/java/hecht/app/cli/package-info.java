/// The command `hecht`: one class for each of its commands, and what they say, draw and write. Data goes to standard output,
/// words to standard error. Knows the rooms that do the work; does none of it itself.
@NullMarked
package hecht.app.cli;

import org.jspecify.annotations.NullMarked;
