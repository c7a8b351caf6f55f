package org.hfsregistry.registry.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.QualityOfLife;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.contract.outcome.TreatmentKind;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.registry.arrival.Refusal;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.followup.DueState;
import org.hfsregistry.registry.quarantine.Standing;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTest {

    private static final Properties ENGLISH = read("/words/records.properties");
    private static final Properties GERMAN = read("/words/records_de.properties");
    private static final List<Class<?>> SAID_IN_OUTCOMES = List.of(
            BotoxRelief.class,
            Complication.class,
            ComplicationGrade.class,
            FollowUpEnded.class,
            MedicationResponse.class,
            OperationDescription.class,
            PatientDescription.class,
            QualityOfLife.class,
            Side.class,
            SpasmGrade.class);

    @Test
    void both_languages_have_the_same_words_with_the_same_places_in_them() {
        assertThat(GERMAN.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(places(GERMAN, key)).as(key).isEqualTo(places(ENGLISH, key));
        }
    }

    @Test
    void every_code_that_a_page_shows_has_a_word() {
        assertHasWords("type.", OutcomeType.values());
        assertHasWords("kind.", TreatmentKind.values());
        assertHasWords("status.", Status.values());
        assertHasWords("standing.", Standing.State.values());
        assertHasWords("due.", DueState.values());
        List<Code> said = SAID_IN_OUTCOMES.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .filter(type -> type.isEnum() && Code.class.isAssignableFrom(type))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Code.class::cast)
                .toList();
        assertThat(said).hasSizeGreaterThan(80);
        assertHasWords("code.", said.toArray(Code[]::new));
    }

    @Test
    void every_reason_for_quarantine_has_a_word() {
        Stream.of(
                        Refusal.notAnOutcome("x"),
                        Refusal.breaksTheContract("x"),
                        Refusal.otherHospital("h"),
                        Refusal.refusedKey("k"),
                        Refusal.conflict("o", 1),
                        Refusal.contradiction("side", "t", "o"),
                        Refusal.tooManyOutcomes(1),
                        Refusal.idOfARetraction("o"),
                        Refusal.idOfAnOutcome("o"),
                        Refusal.retractsAnother("o", "p"),
                        Refusal.patientErased(),
                        Refusal.idOfErased("o"),
                        Refusal.retractsARetraction("o"),
                        Refusal.retractsUnknown("o"))
                .forEach(refusal -> assertThat(ENGLISH).containsKey("refusal." + refusal.code()));
    }

    @Test
    void everything_that_an_outcome_tells_of_a_treatment_is_told_in_words() {
        for (Outcome outcome : Examples.ofEachType()) {
            if (outcome instanceof TreatmentOutcome) {
                assertThat(Told.of(outcome, say(Locale.ENGLISH)))
                        .as(outcome.outcomeId())
                        .isNotEmpty()
                        .allSatisfy(told -> assertThat(told.field()).doesNotMatch("[a-z]+[A-Z]\\w*"));
            }
        }
    }

    @Test
    void an_injection_is_told_as_a_person_would() {
        assertThat(Told.of(Examples.botoxRelief(), say(Locale.ENGLISH)))
                .contains(
                        new Told("Side", "right"),
                        new Told("Treated on", "Jan 10, 2023"),
                        new Told("Product", "onabotulinum"),
                        new Told("Dose in the product’s units", "22.5"),
                        new Told("Responded", "yes"),
                        new Told("Complications", "drooping eyelid (for a time)"),
                        new Told("Quality of life", "HFS-30, 0 to 120: 41"),
                        new Told("Year of birth", "1955"),
                        new Told("Sex", "male"));
        assertThat(Told.of(Examples.botoxRelief(), say(Locale.GERMAN)))
                .contains(new Told("Dosis in Einheiten des Mittels", "22,5"), new Told("Behandelt am", "10.01.2023"));
    }

    @Test
    void times_are_those_of_the_registry_and_say_so() {
        assertThat(say(Locale.GERMAN).when(Instant.parse("2024-02-01T12:00:05Z")))
                .isEqualTo("01.02.2024, 12:00:05 UTC");
        assertThat(say(Locale.GERMAN).day(LocalDate.of(2024, 2, 1))).isEqualTo("01.02.2024");
        assertThat(say(Locale.ENGLISH).count(5000, true)).isEqualTo("at least 5,000");
    }

    private static void assertHasWords(String prefix, Code... codes) {
        for (Code code : codes) {
            assertThat(ENGLISH).containsKey(prefix + code.code());
        }
    }

    private static Say say(Locale locale) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasename("words/records");
        words.setDefaultEncoding(UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return new Say(words, locale);
    }

    private static int places(Properties words, String key) {
        return new MessageFormat(words.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(WordsTest.class.getResourceAsStream(resource))) {
            words.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
