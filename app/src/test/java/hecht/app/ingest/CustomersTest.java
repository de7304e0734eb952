package hecht.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomersTest {
    @Test
    void keys_have_numbers_in_the_order_in_which_they_are_met() {
        Customers customers = new Customers();
        int many = 100_000;
        for (int i = 0; i < many; i++) assertThat(customers.number("C" + i)).isEqualTo(i);
        for (int i = 0; i < many; i++) {
            assertThat(customers.number("C" + i)).isEqualTo(i);
            assertThat(customers.key(i)).isEqualTo("C" + i);
        }
        assertThat(customers.size()).isEqualTo(many);
        assertThat(customers.find("somebody else")).isEqualTo(Customers.UNKNOWN);
    }

    @Test
    void keys_with_one_hash_code_are_told_apart() {
        Customers customers = new Customers();
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(customers.number("Aa")).isZero();
        assertThat(customers.find("BB")).isEqualTo(Customers.UNKNOWN);
        assertThat(customers.number("BB")).isEqualTo(1);
    }
}
