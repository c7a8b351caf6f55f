package org.hfsregistry.contract.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void takes_a_key_as_openssl_writes_it() throws IOException {
        String wrapped = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(new byte[64]) + "\n";
        assertThat(new KeyFile("k1", file(wrapped)).key().id()).isEqualTo("k1");
    }

    @Test
    void says_what_is_missing() {
        assertThatThrownBy(() -> new KeyFile("k1", null).key())
                .isInstanceOf(UnusableKey.class)
                .hasMessage("a key needs an id and a file");
        assertThatThrownBy(() -> new KeyFile(null, folder.resolve("key")).key())
                .hasMessage("a key needs an id and a file");
    }

    @Test
    void says_which_file_is_not_there() {
        assertThatThrownBy(() -> new KeyFile("k1", folder.resolve("none")).key())
                .isInstanceOf(UnusableKey.class)
                .hasMessage("the key's file can't be read (" + folder.resolve("none") + ")");
    }

    @Test
    void refuses_a_short_key_and_says_nothing_of_it() throws IOException {
        Path shortKey = file(Base64.getEncoder().encodeToString("a secret that is too short".getBytes(UTF_8)));
        assertThatThrownBy(() -> new KeyFile("k1", shortKey).key())
                .hasMessage("the key has 26 bytes and needs at least 32 (" + shortKey + ")");
    }

    @Test
    void refuses_what_is_not_base64() throws IOException {
        Path text = file("this is no key, but long enough to be one if it were");
        assertThatThrownBy(() -> new KeyFile("k1", text).key()).hasMessageContaining("is not base64");
    }

    @Test
    void refuses_an_id_that_can_not_stand_in_front_of_a_pseudonym() throws IOException {
        Path good = file(Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(() -> new KeyFile("key one", good).key()).hasMessageContaining("the key's id is not");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("pseudonym.key"), text);
    }
}
