/// Keeps what is believed in step with what came in and with what the organisation decided, for the server's own rhythm and for
/// commands that work on a folder without one. Knows files and store; knows no page and no command.
@NullMarked
package hecht.app.living;

import org.jspecify.annotations.NullMarked;
