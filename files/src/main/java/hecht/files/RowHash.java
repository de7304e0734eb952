package hecht.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Names rows by what stands in them: `{hash}`. The same cells give the same name in another order of columns, in another
/// file and beside the columns that a rejects file adds; equal rows of one file are told apart by their ordinal, as in
/// `9f86d081884c7d659a2feaa0c55ad015-2`. Never the row's number or an event's place in its trace, which change when another is
/// put before it.
///
/// Eight bytes of each row of a file are kept to know equal ones, about 250 MB for 20 M rows.
final class RowHash {
    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();
    private final Map<Long, Integer> repeated = new HashMap<>();
    private Seen seen = new Seen();
    private List<String> columns = List.of();
    private List<Integer> order = List.of(); // of the columns, by name

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Begins with another file.
    void begin() {
        repeated.clear();
        seen = new Seen();
        columns = List.of();
        order = List.of();
    }

    /// To be asked once a row.
    String of(Row row) {
        if (row.columns().size() != columns.size()) sort(row.columns());
        for (int i : order) {
            String cell = row.cell(i);
            if (cell == null || cell.isEmpty()) continue;
            add(columns.get(i));
            add(cell);
        }
        byte[] hash = digest.digest();
        String name = HexFormat.of().formatHex(hash, 0, BYTES);
        long key = ByteBuffer.wrap(hash).getLong();
        if (seen.add(key)) return name;
        return name + "-" + repeated.merge(key, 2, (known, first) -> known + 1);
    }

    private void sort(List<String> found) {
        columns = List.copyOf(found);
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) if (isOfTheRow(columns.get(i))) sorted.add(i);
        sorted.sort((a, b) -> columns.get(a).compareTo(columns.get(b)));
        order = sorted;
    }

    private static boolean isOfTheRow(String column) {
        return !Rejects.COLUMNS.contains(column) && !column.equals(XesRows.PLACE);
    }

    /// With its length before it, so that two texts cannot run into one another.
    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
    }

    /// A set of numbers that only grows.
    private static final class Seen {
        private long[] table = new long[1 << 10]; // 0 is an empty place
        private int size;

        boolean add(long number) {
            long kept = number == 0 ? 1 : number;
            if (!insert(table, kept)) return false;
            if (++size > table.length / 4 * 3) {
                long[] larger = new long[table.length * 2];
                for (long each : table) if (each != 0) insert(larger, each);
                table = larger;
            }
            return true;
        }

        private static boolean insert(long[] into, long number) {
            int place = (int) (number >>> 20) & (into.length - 1); // any bits of a hash are as good as others
            while (into[place] != 0) {
                if (into[place] == number) return false;
                place = (place + 1) & (into.length - 1);
            }
            into[place] = number;
            return true;
        }
    }
}
