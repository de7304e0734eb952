package hecht.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/// What a command runs in. A process has one; a test makes its own.
///
/// @param out takes data  @param err takes words
/// @param environment as the process was given it
/// @param clock says what day it is, for events that lie in the future; nothing is believed because of it
public record Surroundings(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        Clock clock,
        Terminal terminal) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisProcess() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                new FileInputStream(FileDescriptor.in),
                new StandardOutput(),
                new FileOutputStream(FileDescriptor.err),
                environment,
                Clock.systemUTC(),
                Terminal.ofThisProcess(environment));
    }
}
