package org.hfsregistry.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.LocaleResolver;

class LookTest {

    private final LocaleResolver languages = new LookAutoConfiguration().localeResolver();

    @Test
    void speaks_the_language_that_a_browser_asks_for() {
        assertThat(languageFor("de-AT", "en").getLanguage()).isEqualTo("de");
        assertThat(languageFor("en-GB").getLanguage()).isEqualTo("en");
    }

    @Test
    void speaks_english_to_whom_it_has_no_words_for() {
        assertThat(languageFor("ja")).isEqualTo(Locale.ENGLISH);
        assertThat(languages.resolveLocale(new MockHttpServletRequest())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void has_the_same_words_in_each_language() {
        Properties english = words("/words/look.properties");
        for (Locale language : LookAutoConfiguration.LANGUAGES) {
            Properties words =
                    language.equals(Locale.ENGLISH) ? english : words("/words/look_" + language + ".properties");
            assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            assertThat(words.getProperty("look.language")).isEqualTo(language.getLanguage());
        }
    }

    private Locale languageFor(String... preferred) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", String.join(",", preferred));
        request.setPreferredLocales(
                Stream.of(preferred).map(Locale::forLanguageTag).toList());
        return languages.resolveLocale(request);
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
