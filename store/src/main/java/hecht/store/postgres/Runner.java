package hecht.store.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// As whom PostgreSQL's programs run. They refuse the superuser, so where hecht is root they run in a user namespace of their
/// own, in which they are nobody and their files still ours; where that is forbidden, as in many containers, as another user.
/// A cluster stays with the owner it was made by.
sealed interface Runner {
    /// As ourselves.
    record Plain() implements Runner {}

    /// Root, in a namespace where it is nobody.
    record Unshared() implements Runner {}

    /// Another user, who then owns the folder.
    record As(String user) implements Runner {}

    /// @param cluster the cluster to run, or where it is to be made
    static Runner forCluster(Path cluster) throws IOException {
        if (Programs.isWindows() || !isRoot()) return new Plain();
        if (Files.exists(cluster)) {
            int owner = (Integer) Files.getAttribute(cluster, "unix:uid");
            if (owner != 0) return new As(Files.getOwner(cluster).getName());
        }
        if (answers("unshare", "-U", "id", "-u")) return new Unshared();
        for (String user : List.of("postgres", "nobody")) if (answers(setpriv(user, "id", "-u"))) return new As(user);
        throw new Trouble(
                Trouble.Kind.NOT_STARTED,
                "The database: expected a user other than root to run it, found none that root may become here; run hecht as"
                        + " an ordinary user.");
    }

    private static boolean isRoot() throws IOException {
        Path probe = Files.createTempFile("hecht", ".owner");
        try {
            return (Integer) Files.getAttribute(probe, "unix:uid") == 0;
        } finally {
            Files.delete(probe);
        }
    }

    /// Whether a command that prints a user's number runs, and that number is not root's.
    private static boolean answers(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return process.waitFor() == 0 && !said.strip().equals("0");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            return false; // no such program here
        }
    }

    private static String[] setpriv(String user, String... command) {
        return Stream.concat(
                        Stream.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups"),
                        Stream.of(command))
                .toArray(String[]::new);
    }

    private static String group(String user) {
        return user.equals("nobody") && Files.exists(Path.of("/etc/debian_version")) ? "nogroup" : user;
    }

    default List<String> command(List<String> command) {
        List<String> all = new ArrayList<>();
        switch (this) {
            case Plain plain -> {}
            case Unshared unshared -> all.addAll(List.of("unshare", "-U"));
            case As as -> all.addAll(List.of(setpriv(as.user)));
        }
        all.addAll(command);
        return all;
    }

    /// Gives what lies in a folder to who runs the programs.
    default void own(Path folder) throws IOException {
        if (!(this instanceof As(String user))) return;
        UserPrincipal owner =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList())
                Files.setAttribute(each, "owner:owner", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Runs a program to its end.
    ///
    /// @param words takes what it says: never a pipe, which the server would inherit and keep open
    /// @return its exit code
    default int run(List<String> command, Path folder, File words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(command))
                .directory(folder.toFile())
                .redirectInput(new File(Programs.isWindows() ? "NUL" : "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(words);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (process.waitFor(5, TimeUnit.MINUTES)) return process.exitValue();
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database started or stopped", e);
        }
    }
}
