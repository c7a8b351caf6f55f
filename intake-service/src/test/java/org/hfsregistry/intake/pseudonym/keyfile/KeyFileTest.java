package org.hfsregistry.intake.pseudonym.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void takes_a_key_as_openssl_writes_it() throws IOException {
        String wrapped = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(new byte[64]) + "\n";
        assertThat(new KeyFile("k1", file(wrapped)).key()).isNotNull();
    }

    @Test
    void says_what_is_not_set() {
        assertThatThrownBy(() -> new KeyFile("k1", null).key()).hasMessageContaining("is not set");
        assertThatThrownBy(() -> new KeyFile(null, folder.resolve("key")).key()).hasMessageContaining("is not set");
    }

    @Test
    void says_which_file_is_not_there() {
        assertThatThrownBy(() -> new KeyFile("k1", folder.resolve("none")).key())
                .isInstanceOf(NoPseudonymKey.class)
                .hasMessageContaining(folder.resolve("none").toString());
    }

    @Test
    void refuses_a_short_key_and_says_nothing_of_it() throws IOException {
        Path shortKey = file(Base64.getEncoder()
                .encodeToString("a secret that is too short".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> new KeyFile("k1", shortKey).key())
                .hasMessageContaining("26 bytes")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refuses_what_is_not_base64() throws IOException {
        Path text = file("this is no key, but long enough to be one if it were");
        assertThatThrownBy(() -> new KeyFile("k1", text).key()).hasMessageContaining("is not base64");
    }

    @Test
    void a_start_without_a_key_ends_with_a_remedy() throws IOException {
        NoPseudonymKey failure = new NoPseudonymKey("hfs.intake.pseudonym.key-file is not set");
        FailureAnalysis analysis =
                Objects.requireNonNull(new NoPseudonymKeyAnalyzer().analyze(new IllegalStateException(failure)));
        assertThat(analysis.getDescription()).contains("key-file is not set");
        assertThat(analysis.getAction()).contains("openssl rand -base64 32");
        Properties factories = new Properties();
        factories.load(getClass().getResourceAsStream("/META-INF/spring.factories"));
        assertThat(factories).containsValue(NoPseudonymKeyAnalyzer.class.getName());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pseudonym.key"), text);
    }
}
