package hecht.app.words;

/// Where a fault came from, without its words: those may quote what was read, or what customers said, and a trace goes into a
/// log or to somebody else.
public final class Frames {
    private Frames() {}

    /// The classes of a fault and of its causes, with the places they came by; several lines.
    public static String of(Throwable fault) {
        StringBuilder told = new StringBuilder();
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (!told.isEmpty()) told.append('\n');
            told.append(each.getClass().getName());
            for (StackTraceElement frame : each.getStackTrace())
                told.append("\n    at ").append(frame);
        }
        return told.toString();
    }
}
