package org.hfsregistry.analytics.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {
    private static final Properties ENGLISH = read("/words/pages.properties");
    private static final Properties GERMAN = read("/words/pages_de.properties");

    @Test
    void both_languages_have_the_same_words_with_the_same_places_in_them() {
        assertThat(GERMAN.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(places(GERMAN, key)).as(key).isEqualTo(places(ENGLISH, key));
        }
    }

    @Test
    void every_code_of_the_registry_that_a_page_shows_has_a_word() {
        for (Product product : Product.values()) {
            assertThat(ENGLISH).containsKey("product." + product.code());
        }
        for (Complication.Kind kind : Complication.Kind.values()) {
            assertThat(ENGLISH).containsKey("effect." + kind.code());
        }
        for (Instrument instrument : Instrument.values()) {
            assertThat(ENGLISH).containsKey("instrument." + instrument.code());
        }
        for (Response response : Response.values()) {
            assertThat(ENGLISH).containsKey("response." + response.code());
        }
        for (StopReason reason : StopReason.values()) {
            assertThat(ENGLISH).containsKey("stopReason." + reason.code());
        }
        for (SideEffect effect : SideEffect.values()) {
            assertThat(ENGLISH).containsKey("sideEffect." + effect.code());
        }
        for (Drug drug : Drug.values()) {
            assertThat(ENGLISH).containsKey("drug." + drug.code());
        }
        for (Figure.Absence absence : Figure.Absence.values()) {
            assertThat(say(Locale.ENGLISH).why(absence)).isNotBlank();
        }
    }

    @Test
    void every_trait_of_a_patient_has_a_word() {
        Map<String, Code[]> traits = Map.of(
                "sex", Sex.values(),
                "etiology", Etiology.values(),
                "trigger", Trigger.values(),
                "vessel", Vessel.values());
        traits.forEach((trait, codes) -> {
            assertThat(ENGLISH).containsKey("mix." + trait);
            for (Code code : codes) {
                assertThat(ENGLISH).containsKey(trait + "." + code.code());
            }
        });
    }

    @Test
    void numbers_are_written_as_the_language_has_them() {
        assertThat(say(Locale.ENGLISH).percent(0.7761)).isEqualTo("77.6%");
        assertThat(say(Locale.GERMAN).percent(0.7761)).isEqualTo("77,6\u00a0%");
        assertThat(say(Locale.ENGLISH).points(-0.0312)).isEqualTo("3.1 points fewer");
        assertThat(say(Locale.GERMAN).number(98.5)).isEqualTo("98,5");
        assertThat(say(Locale.ENGLISH).number(-0.04)).isEqualTo("0");
        assertThat(say(Locale.ENGLISH).ratio(1.005)).isEqualTo("1.00");
        assertThat(say(Locale.ENGLISH).after(365)).isEqualTo("a year");
        assertThat(say(Locale.GERMAN).after(1825)).isEqualTo("5 Jahren");
    }

    private static Say say(Locale locale) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("words/pages");
        words.setDefaultEncoding(UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return new Say(words, locale, 11);
    }

    private static int places(Properties words, String key) {
        return new MessageFormat(words.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(WordsTest.class.getResourceAsStream(resource))) {
            words.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return words;
    }
}
