package org.hfsregistry.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void has_the_same_words_in_each_language() {
        Properties english = words("/words/look.properties");
        for (Locale language : Languages.ALL) {
            Properties words =
                    language.equals(Locale.ENGLISH) ? english : words("/words/look_" + language + ".properties");
            assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            assertThat(words.getProperty("look.language")).isEqualTo(language.getLanguage());
        }
    }

    private static Properties words(String resource) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(LookTest.class.getResourceAsStream(resource))) {
            words.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
