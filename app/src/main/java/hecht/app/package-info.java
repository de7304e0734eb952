/// The program: what is run, and nothing else. The rooms below it hold the command, and later the server.
@NullMarked
package hecht.app;

import org.jspecify.annotations.NullMarked;
