package hecht.store.event;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/// What is left of customers who were erased: for each of their keys a keyed hash (HMAC-SHA-256), and the moment up to which
/// its events are refused. Nobody can read a key from it; who has a key can ask.
final class Tombstones {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    /// One row per key with which hashes were made, the one for new hashes first.
    private static final String KEYS = "SELECT number, key FROM tombstone_key ORDER BY number";

    private static final String ADD_KEY = "INSERT INTO tombstone_key (number, key) VALUES (0, :key)";

    /// One row per hash asked for that is there; carried by the primary key of tombstone.
    private static final String FIND = """
            SELECT hash, until FROM tombstone WHERE hash = ANY (:hashes)""";

    private static final String ADD = """
            INSERT INTO tombstone (key_number, hash, until)
            SELECT :number, * FROM unnest(:hashes, :untils)
            ON CONFLICT DO NOTHING""";

    private static final String REMOVE = "DELETE FROM tombstone WHERE hash = ANY (:hashes)";

    private final JdbcClient database;

    Tombstones(JdbcClient database) {
        this.database = database;
    }

    private record Key(int number, byte[] bytes) {}

    private List<Key> keys() {
        return database.sql(KEYS)
                .query((row, i) -> new Key(row.getInt("number"), row.getBytes("key")))
                .list();
    }

    /// @return of those keys that were erased, the moments; the last says up to when
    Map<String, SortedSet<Instant>> find(Collection<String> customers) {
        Map<String, String> byHash = new HashMap<>();
        for (Key key : keys()) {
            Mac mac = mac(key);
            for (String each : customers) byHash.put(HexFormat.of().formatHex(hash(mac, each)), each);
        }
        Map<String, SortedSet<Instant>> found = new HashMap<>();
        if (byHash.isEmpty()) return found;
        database.sql(FIND)
                .param("hashes", hashes(byHash.keySet().stream().map(HexFormat.of()::parseHex)))
                .query(row -> {
                    String customer = byHash.get(HexFormat.of().formatHex(row.getBytes("hash")));
                    Instant until = row.getTimestamp("until").toInstant();
                    if (customer != null)
                        found.computeIfAbsent(customer, unseen -> new TreeSet<>())
                                .add(until);
                });
        return found;
    }

    /// Puts one up for each moment of each key.
    void add(Map<String, ? extends Collection<Instant>> erasures) {
        if (erasures.isEmpty()) return;
        List<Key> keys = keys();
        Key key = keys.isEmpty() ? newKey() : keys.getFirst();
        Mac mac = mac(key);
        List<byte[]> hashes = new ArrayList<>();
        List<Instant> untils = new ArrayList<>();
        erasures.forEach((customer, moments) -> {
            byte[] hash = hash(mac, customer);
            for (Instant until : moments) {
                hashes.add(hash);
                untils.add(until);
            }
        });
        database.sql(ADD)
                .param("number", key.number)
                .param("hashes", hashes(hashes.stream()))
                .param("untils", Who.moments(untils))
                .update();
    }

    /// Takes those of some keys down, for who puts up others.
    void remove(Collection<String> customers) {
        List<byte[]> hashes = new ArrayList<>();
        for (Key key : keys()) {
            Mac mac = mac(key);
            for (String each : customers) hashes.add(hash(mac, each));
        }
        database.sql(REMOVE).param("hashes", hashes(hashes.stream())).update();
    }

    private static SqlArrayValue hashes(Stream<byte[]> hashes) {
        return new SqlArrayValue("bytea", (Object[]) hashes.toArray(byte[][]::new));
    }

    private Key newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        database.sql(ADD_KEY).param("key", bytes).update();
        return new Key(0, bytes);
    }

    private static Mac mac(Key key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static byte[] hash(Mac mac, String customer) {
        return mac.doFinal(customer.getBytes(StandardCharsets.UTF_8));
    }
}
