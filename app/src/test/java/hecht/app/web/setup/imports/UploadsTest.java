package hecht.app.web.setup.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadsTest {
    @Test
    void a_file_is_called_as_its_owner_called_it_and_never_by_a_folder() {
        assertThat(Uploads.name("contacten.csv")).isEqualTo("contacten.csv");
        assertThat(Uploads.name("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.name("C:\\Users\\Anna\\Mijn contacten.csv")).isEqualTo("Mijn contacten.csv");
        assertThat(Uploads.name("een\u0000\nnaam.csv")).isEqualTo("een  naam.csv");
        assertThat(Uploads.name("<script>.csv")).isEqualTo("<script>.csv"); // text, and shown as text
        assertThat(Uploads.name("folder/")).isEqualTo("file");
        assertThat(Uploads.name("x".repeat(500) + ".csv")).hasSize(120).endsWith(".csv");
    }

    @Test
    void a_mapping_is_called_by_what_stays_from_file_to_file() {
        assertThat(Uploads.stem("Contacten 2026-10.csv.gz")).isEqualTo("contacten");
        assertThat(Uploads.stem("klachten_2025_v2.csv")).isEqualTo("klachten-v");
        assertThat(Uploads.stem("2026.csv")).isEqualTo("mapping");
        assertThat(Uploads.stem("été.parquet")).isEqualTo("été");
    }
}
