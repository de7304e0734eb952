package hecht.core.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static State state(int... content) {
        byte[] bytes = new byte[content.length + 1];
        bytes[0] = State.VERSION;
        for (int i = 0; i < content.length; i++) bytes[i + 1] = (byte) content[i];
        return State.of(bytes);
    }

    @Test
    void an_organisation_without_customers_has_zeros() {
        assertThat(new Digest().hex()).isEqualTo("0".repeat(64));
    }

    @Test
    void one_customer_gives_the_hash_of_the_length_of_the_key_the_key_and_the_state() throws Exception {
        byte[] key = "😀".getBytes(StandardCharsets.UTF_8);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(ByteBuffer.allocate(4).putInt(4).array());
        sha256.update(key);
        sha256.update(new byte[] {State.VERSION, 7});
        assertThat(new Digest().add("😀", state(7)).hex())
                .isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void many_customers_add_up_modulo_two_to_the_256th() {
        BigInteger sum = BigInteger.ZERO;
        Digest all = new Digest();
        for (int i = 0; i < 1000; i++) {
            sum = sum.add(new BigInteger(new Digest().add("c" + i, state(i)).hex(), 16));
            all.add("c" + i, state(i));
        }
        assertThat(all.hex()).isEqualTo("%064x".formatted(sum.mod(BigInteger.TWO.pow(256))));
    }

    @Test
    void the_order_of_customers_and_how_they_are_shared_out_do_not_matter() {
        List<Integer> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) customers.add(i);
        Digest once = new Digest();
        for (int i : customers) once.add("c" + i, state(i, i));
        Collections.shuffle(customers, new Random(7));
        Digest some = new Digest();
        Digest others = new Digest();
        for (int i : customers) (i % 3 == 0 ? some : others).add("c" + i, state(i, i));
        assertThat(some.plus(others).hex()).isEqualTo(once.hex());
    }

    @Test
    void keys_and_states_cannot_run_into_each_other() {
        String one = new Digest().add("ab", state('c')).hex();
        assertThat(new Digest().add("a", state('b', 'c')).hex()).isNotEqualTo(one);
        assertThat(new Digest().add("ab", state('d')).hex()).isNotEqualTo(one);
    }
}
