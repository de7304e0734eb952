/// The server: what it is made of, how it starts and stops, and the house's own rhythm beside its pages. Wires the rooms
/// together; knows no command.
@NullMarked
package hecht.app.server;

import org.jspecify.annotations.NullMarked;
