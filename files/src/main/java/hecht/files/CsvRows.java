package hecht.files;

import hecht.core.event.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of comma-separated values as RFC 4180 has them, with any delimiter and any line ends (LF, CRLF, CR), in the memory
/// of one row: at most 1 MiB of characters.
///
/// Not FastCSV, which is used to write and which judges this in a test: it ends with the first row that does not hold
/// together. Here such a row is shown with its problem, and reading goes on at the next line: a quote that is never closed
/// costs the line it stands on, not the rest of the file.
final class CsvRows implements RowReader {
    /// The most characters that a row may have.
    static final int LONGEST = 1 << 20;

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String TOO_LONG = "a row of at most 1 MiB";

    private final String file;
    private final Characters in;
    private final char delimiter;
    private final char quote;
    private List<String> columns = List.of(); // none while the header is read

    private char[] text = new char[1 << 16];
    private int limit; // end of what was read into text
    private int row; // where the current row starts in text
    private int next; // where the next one starts
    private boolean ended;
    private boolean tooLong;

    // Cells of the current row: [start, end) counted from its start, and whether quotes within stand double.
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] doubled = new boolean[16];
    private int cells;

    private final @Nullable String[] made; // the last text made of each column
    private final long[] madeFor; // and for which row; another row with the same text takes it over
    private long number;
    private List<Problem> problems = List.of();

    private CsvRows(String file, Characters in, Dialect how) throws IOException, Refusal {
        this.file = file;
        this.in = in;
        this.quote = how.quote();
        Character told = how.delimiter();
        this.delimiter = told != null ? told : sniff();
        this.columns = how.columns().isEmpty() ? header() : how.columns();
        this.made = new @Nullable String[columns.size()];
        this.madeFor = new long[columns.size()];
    }

    /// Takes over `in` and closes it, also when this fails.
    static CsvRows open(String file, Characters in, Dialect how) throws IOException, Refusal {
        try {
            return new CsvRows(file, in, how);
        } catch (IOException | Refusal | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// The delimiter that stands most often in the first line outside quotes.
    private char sniff() throws IOException {
        int[] count = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; has(i); i++) {
            char c = text[i];
            if (c == quote && quote != 0) quoted = !quoted;
            if (quoted) continue;
            if (endsLine(c)) break;
            for (int d = 0; d < DELIMITERS.length; d++) if (c == DELIMITERS[d]) count[d]++;
        }
        int best = 0;
        for (int d = 1; d < count.length; d++) if (count[d] > count[best]) best = d;
        return DELIMITERS[best];
    }

    private List<String> header() throws IOException, Refusal {
        do row = next;
        while (parse() && isBlank());
        if (cells == 0) throw new Refusal(Refusal.Kind.INPUT, file + ": expected a header and rows, found nothing.");
        if (!problems.isEmpty()) {
            Problem problem = problems.getFirst();
            throw new Refusal(Refusal.Kind.INPUT, new Reject(file, 0, problem).sentence());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells; i++) names.add(cut(i).strip());
        if (in.isSpoiled() && names.toString().indexOf(Characters.NO_TEXT) >= 0)
            throw new Refusal(Refusal.Kind.INPUT, new Reject(file, 0, noText()).sentence());
        return List.copyOf(names);
    }

    @Override
    public boolean next() throws IOException {
        do {
            row = next;
            if (!parse()) return false;
        } while (isBlank());
        number++;
        if (problems.isEmpty()) checkCells();
        return true;
    }

    private boolean isBlank() {
        return problems.isEmpty() && cells == 1 && ends[0] == 0;
    }

    /// Cuts the row at `row` into cells, and finds where the next one starts.
    ///
    /// @return false at the end of the file
    private boolean parse() throws IOException {
        cells = 0;
        tooLong = false;
        problems = List.of();
        int at = 0;
        if (row == limit && !more()) return false;
        while (true) {
            if (quote != 0 && has(at) && text[row + at] == quote) {
                int closed = quoted(at + 1);
                if (closed < 0) return broken(quoteLeftOpen());
                at = closed;
                if (has(at) && !endsCell(text[row + at])) return broken(textAfterQuote());
            } else {
                int start = at;
                at = plain(at);
                cell(start, at, false);
            }
            if (tooLong) return broken(new Problem("", TOO_LONG, "a longer one", ""));
            if (!has(at)) {
                next = row + at;
                return true;
            }
            char c = text[row + at++];
            if (c == delimiter) continue;
            if (c == '\r' && has(at) && text[row + at] == '\n') at++;
            next = row + at;
            return true;
        }
    }

    /// Where a cell without quotes ends.
    private int plain(int from) throws IOException {
        int at = row + from;
        while (true) {
            char[] chars = text;
            int end = limit;
            while (at < end) {
                char c = chars[at];
                if (c == delimiter || c == '\n' || c == '\r') return at - row;
                at++;
            }
            int length = at - row;
            if (!more()) return length;
            at = row + length;
        }
    }

    /// Where a cell in quotes ends, just after the closing one; −1 when there is none.
    private int quoted(int from) throws IOException {
        boolean twice = false;
        int at = from;
        while (has(at)) {
            if (text[row + at] != quote) at++;
            else if (has(at + 1) && text[row + at + 1] == quote) {
                twice = true;
                at += 2;
            } else {
                cell(from, at, twice);
                return at + 1;
            }
        }
        return -1;
    }

    private boolean endsCell(char c) {
        return c == delimiter || endsLine(c);
    }

    private void cell(int start, int end, boolean twice) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells * 2);
            ends = Arrays.copyOf(ends, cells * 2);
            doubled = Arrays.copyOf(doubled, cells * 2);
        }
        starts[cells] = start;
        ends[cells] = end;
        doubled[cells++] = twice;
    }

    private boolean has(int at) throws IOException {
        return row + at < limit || more();
    }

    /// Reads on, keeping the current row.
    ///
    /// @return false when there is no more, or when the row is too long
    private boolean more() throws IOException {
        if (ended) return false;
        if (limit - row > LONGEST) {
            tooLong = true;
            return false;
        }
        if (row > 0) {
            System.arraycopy(text, row, text, 0, limit - row);
            limit -= row;
            row = 0;
        }
        if (limit + 2 > text.length) text = Arrays.copyOf(text, text.length * 2);
        int read = in.read(text, limit, text.length - limit);
        ended = read < 0;
        if (!ended) limit += read;
        return !ended;
    }

    /// Takes the row up to the end of its first line, quotes or not, and lets reading go on with the next line.
    private boolean broken(Problem problem) throws IOException {
        problems = List.of(problem);
        cells = 0;
        tooLong = false;
        int last = Math.max(columns.size(), 1) - 1;
        int start = 0;
        int at = 0;
        for (; has(at) && !endsLine(text[row + at]); at++) {
            if (text[row + at] != delimiter || cells == last) continue;
            cell(start, at, false);
            start = at + 1;
        }
        cell(start, at, false);
        if (tooLong) skipLine();
        else if (has(at))
            next = row + at + (text[row + at] == '\r' && has(at + 1) && text[row + at + 1] == '\n' ? 2 : 1);
        else next = row + at;
        return true;
    }

    /// Goes over the rest of a line that is too long to keep. What was kept of it stays where it is.
    private void skipLine() throws IOException {
        char[] block = new char[1 << 14];
        next = limit;
        while (!ended) {
            int read = in.read(block, 0, block.length);
            ended = read < 0;
            for (int i = 0; i < read; i++) {
                if (!endsLine(block[i])) continue;
                int rest = read - i; // with the line's end: an empty line, which is no row
                if (limit + rest > text.length) text = Arrays.copyOf(text, limit + rest);
                System.arraycopy(block, i, text, limit, rest);
                limit += rest;
                return;
            }
        }
    }

    private boolean endsLine(char c) {
        return c == '\n' || c == '\r';
    }

    private void checkCells() {
        int wanted = columns.size();
        if (in.isSpoiled() && isSpoiled()) problems = List.of(noText());
        else if (cells < wanted || (cells > wanted && !isEmptyFrom(wanted)))
            problems =
                    List.of(new Problem("", wanted + " cells, as many as the header has", cells + "", tooMany(wanted)));
        if (problems.isEmpty() || cells <= wanted) return;
        ends[wanted - 1] = ends[cells - 1]; // the last column shows all that is left over, so that nothing is lost
        doubled[wanted - 1] = false;
        cells = wanted;
    }

    private String tooMany(int wanted) {
        return cells > wanted ? "put the cell that holds a delimiter in quotes" : "";
    }

    private boolean isEmptyFrom(int cell) {
        for (int i = cell; i < cells; i++) if (ends[i] > starts[i]) return false;
        return true;
    }

    private boolean isSpoiled() {
        for (int i = row; i < next; i++) if (text[i] == Characters.NO_TEXT) return true;
        return false;
    }

    private Problem noText() {
        return new Problem(
                "",
                "text in " + in.charset(),
                "bytes that are none",
                "say the encoding in the mapping, such as encoding: windows-1252");
    }

    private Problem quoteLeftOpen() {
        return new Problem("", "a quote that is closed within 1 MiB", "one that is left open", "close or double it");
    }

    private Problem textAfterQuote() {
        return new Problem("", "a delimiter after the closing quote", "more text", "double the quotes within the cell");
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public @Nullable String cell(int column) {
        if (column >= cells) return null;
        String known = made[column];
        if (known != null && (madeFor[column] == number || isSame(known, column))) return known;
        String cell = cut(column);
        made[column] = cell;
        madeFor[column] = number;
        return cell;
    }

    private boolean isSame(String known, int column) {
        int start = row + starts[column];
        int length = ends[column] - starts[column];
        if (doubled[column] || known.length() != length) return false;
        for (int i = 0; i < length; i++) if (known.charAt(i) != text[start + i]) return false;
        madeFor[column] = number;
        return true;
    }

    private String cut(int cell) {
        String cut = new String(text, row + starts[cell], ends[cell] - starts[cell]);
        if (doubled[cell]) cut = cut.replace("" + quote + quote, "" + quote);
        return in.isSpoiled() ? cut.replace(Characters.NO_TEXT, '\ufffd') : cut;
    }

    /// Characters kept, of all rows together.
    int memory() {
        return text.length;
    }

    @Override
    public Dialect dialect() {
        return new Dialect(in.charset(), delimiter, quote, columns);
    }

    @Override
    public long bytesRead() {
        return in.bytesRead();
    }

    @Override
    public void close() {
        in.close();
    }
}
