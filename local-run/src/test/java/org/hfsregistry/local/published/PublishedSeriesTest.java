package org.hfsregistry.local.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.sample.Submitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every figure that the file expects, from the rows by plain arithmetic. */
class PublishedSeriesTest {

    private static final double NORMAL_975 = 1.959963984540054;

    @Test
    void every_row_is_a_valid_outcome() {
        assertThat(PublishedHospital.all().stream().map(Submitted::by))
                .hasSize(8)
                .allSatisfy(submitted -> assertThat(submitted.refused()).isZero());
    }

    @Test
    void baldauf() {
        Submitted baldauf = submitted("baldauf-2019");
        JsonNode expected = facts("baldauf-2019").get("expected");
        List<MvdOutcome> year = baldauf.atAYear();

        assertThat(gradesOf(year)).isEqualTo(counts(156, 22, 20, 3));
        assertThat(gradesOf(baldauf.of(MvdOutcome.class)
                        .filter(outcome -> Submitted.day(outcome) == 1)
                        .toList()))
                .isEqualTo(counts(178, 53, 62, 27));
        assertRate(free(year), year.size(), expected.get("rateE0"), expected.get("wilsonE0"));
        assertRate(156 + 22, year.size(), expected.get("rateE0orE1"));
        assertRate(year.size(), baldauf.treatments(), expected.get("completeness"));
    }

    @Test
    void nobody_of_baldauf_gets_worse() {
        Map<String, SpasmGrade> early = submitted("baldauf-2019")
                .of(MvdOutcome.class)
                .filter(outcome -> Submitted.day(outcome) == 1)
                .collect(Collectors.toMap(MvdOutcome::treatmentId, MvdOutcome::spasmGrade));

        assertThat(submitted("baldauf-2019").atAYear())
                .allSatisfy(late -> assertThat(late.spasmGrade()).isLessThanOrEqualTo(early.get(late.treatmentId())));
    }

    @Test
    void kondo() {
        List<MvdOutcome> year = submitted("kondo-2012").atAYear();
        JsonNode expected = facts("kondo-2012").get("expected");
        Map<Integer, Long> totals = year.stream()
                .collect(Collectors.groupingBy(
                        outcome -> points(outcome.spasmGrade()) + points(outcome.complicationGrade()),
                        Collectors.counting()));

        assertThat(totals).isEqualTo(Map.of(0, 62L, 1, 29L, 2, 7L, 3, 4L));
        assertRate(62, year.size(), expected.get("rateT0"), expected.get("wilsonT0"));
        assertRate(62 + 29, year.size(), expected.get("rateT0orT1"));
    }

    @Test
    void delayed() {
        Submitted delayed = submitted("delayed-2024");
        JsonNode expected = facts("delayed-2024").get("expected");
        Map<String, Long> firstFree = firstFreeDays(delayed);
        List<MvdOutcome> year = delayed.atAYear();
        List<MvdRecurrence> recurrences = delayed.of(MvdRecurrence.class).toList();

        assertThat(delayed.treatments()).isEqualTo(100);
        assertThat(firstFree.values()).filteredOn(day -> day <= 7).hasSize(67);
        assertThat(firstFree.values()).filteredOn(day -> day > 7 && day < 365).hasSize(26);
        assertThat(recurrences).allSatisfy(recurrence -> {
            long onset = ChronoUnit.DAYS.between(recurrence.treatedOn(), recurrence.onsetOn());
            assertThat(onset - firstFree.getOrDefault(recurrence.treatmentId(), onset))
                    .isGreaterThanOrEqualTo(90);
            assertThat(onset).isLessThan(365);
        });
        assertRate(free(year), year.size(), expected.get("rateAtLast"));
        assertRate(recurrences.size(), firstFree.size(), expected.get("recurrence"), expected.get("wilsonRecurrence"));
    }

    @Test
    void timing() {
        Submitted timing = submitted("timing-2022");
        Map<String, Long> firstFree = firstFreeDays(timing);
        List<JsonNode> cumulative = facts("timing-2022").at("/expected/cumulative").values().stream()
                .toList();
        List<Integer> days = List.of(7, 30, 91, 182, 365, 450);

        for (int i = 0; i < days.size(); i++) {
            int by = days.get(i);
            assertRate(
                    firstFree.values().stream().filter(day -> day <= by).count(),
                    timing.treatments(),
                    cumulative.get(i));
        }
    }

    @Test
    void auger() {
        Submitted auger = submitted("auger-1986");
        JsonNode expected = facts("auger-1986").get("expected");
        List<MvdOutcome> year = auger.atAYear();

        assertRate(free(year), year.size(), expected.get("rate"), expected.get("wilson"));
        assertThat(auger.of(MvdRecurrence.class)).hasSize(6);
        long deaf = year.stream()
                .filter(outcome -> outcome.complications()
                        .contains(new Complication(Complication.Kind.DEAFNESS, Complication.Course.PERMANENT)))
                .count();
        assertThat(deaf).isEqualTo(8);
        assertInterval(deaf, auger.treatments(), expected.get("deafWilson"));
    }

    @Test
    void repeat() {
        Submitted repeat = submitted("repeat-2018");
        JsonNode expected = facts("repeat-2018").get("expected");
        List<MvdOutcome> year = repeat.atAYear();
        List<MvdOutcome> discharge = repeat.of(MvdOutcome.class)
                .filter(outcome -> Submitted.day(outcome) == 7)
                .toList();

        assertThat(gradesOf(year)).isEqualTo(Map.of(SpasmGrade.E0, 45L, SpasmGrade.E1, 10L, SpasmGrade.E2, 3L));
        assertRate(free(discharge), discharge.size(), expected.get("rateDischarge"));
        assertRate(free(year), year.size(), expected.get("rateLate"), expected.get("wilsonLate"));
    }

    @Test
    void bentivoglio() {
        Submitted bentivoglio = submitted("bentivoglio-2009");

        assertThat(bentivoglio.treatments()).isEqualTo(665);
        assertThat(bentivoglio
                        .of(BotoxRelief.class)
                        .map(TreatmentOutcome::patientId)
                        .distinct())
                .hasSize(108);
        for (Product product : List.of(Product.ONABOTULINUM, Product.ABOBOTULINUM)) {
            JsonNode paper = facts("bentivoglio-2009").at("/botox/" + product.code());
            List<BotoxRelief> sessions = sessions(bentivoglio, session -> session.product() == product);
            List<BotoxRelief> responders =
                    sessions.stream().filter(BotoxRelief::responded).toList();
            double mean = mean(responders, PublishedSeriesTest::reliefDays);
            double variance = mean(responders, session -> Math.pow(reliefDays(session) - mean, 2));

            assertRate(sessions.size() - responders.size(), sessions.size(), paper.get("failureRate"));
            assertDigits(mean, paper.get("meanReliefDays"));
            assertThat(Math.sqrt(variance)).isCloseTo(paper.get("sdReliefDays").asDouble(), within(1.5));
        }
    }

    @Test
    void sorgun() {
        Submitted sorgun = submitted("sorgun-2015");
        JsonNode paper = facts("sorgun-2015").at("/botox/any");
        List<BotoxRelief> sessions = sessions(sorgun, BotoxRelief::responded);

        assertThat(sessions).hasSize(470);
        assertThat(sessions.stream().map(BotoxRelief::patientId).distinct()).hasSize(68);
        assertDigits(mean(sessions, PublishedSeriesTest::reliefDays) / 7, paper.get("meanReliefWeeks"));
        assertDigits(mean(sessions, BotoxRelief::doseUnits), paper.get("meanDoseUnits"));
        assertDigits(mean(sessions, session -> session.onsetDays()), paper.get("meanOnsetDays"));
    }

    @Test
    void next_injections_come_after_the_relief_before() {
        assertThat(sessions(submitted("bentivoglio-2009"), session -> session.injectionNumber() > 1))
                .allSatisfy(session -> assertThat(submitted("bentivoglio-2009")
                                .of(BotoxRelief.class)
                                .filter(before -> before.patientId().equals(session.patientId())
                                        && before.injectionNumber() == session.injectionNumber() - 1))
                        .singleElement()
                        .satisfies(before -> assertThat(before.treatedOn().plusDays((long) reliefDays(before)))
                                .isBefore(session.treatedOn())));
    }

    private static Submitted submitted(String hospitalId) {
        return PublishedHospital.all().stream()
                .filter(hospital -> hospital.hospitalId().equals(hospitalId))
                .map(Submitted::by)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode facts(String id) {
        return PublishedSeries.all().stream()
                .filter(series -> series.id().equals(id))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private static Map<SpasmGrade, Long> gradesOf(List<MvdOutcome> outcomes) {
        return outcomes.stream().collect(Collectors.groupingBy(MvdOutcome::spasmGrade, Collectors.counting()));
    }

    private static Map<SpasmGrade, Long> counts(long e0, long e1, long e2, long e3) {
        return Map.of(SpasmGrade.E0, e0, SpasmGrade.E1, e1, SpasmGrade.E2, e2, SpasmGrade.E3, e3);
    }

    private static long free(List<MvdOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                .count();
    }

    private static Map<String, Long> firstFreeDays(Submitted submitted) {
        return submitted
                .of(MvdOutcome.class)
                .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                .collect(Collectors.toMap(MvdOutcome::treatmentId, Submitted::day, Math::min));
    }

    /** The digit of E0 to E3 and C0 to C2. */
    private static int points(@Nullable Code grade) {
        return Integer.parseInt(Objects.requireNonNull(grade).code().substring(1));
    }

    private static List<BotoxRelief> sessions(Submitted submitted, Predicate<BotoxRelief> which) {
        return submitted.of(BotoxRelief.class).filter(which).toList();
    }

    private static double reliefDays(BotoxRelief session) {
        return session.reliefEndedOn() == null
                ? 0
                : ChronoUnit.DAYS.between(session.treatedOn(), session.reliefEndedOn());
    }

    private static double mean(List<BotoxRelief> sessions, ToDoubleFunction<BotoxRelief> of) {
        return sessions.stream().mapToDouble(of).average().orElseThrow();
    }

    private static void assertRate(long count, long all, JsonNode rate) {
        assertDigits((double) count / all, rate);
    }

    private static void assertRate(long count, long all, JsonNode rate, JsonNode wilson) {
        assertRate(count, all, rate);
        assertInterval(count, all, wilson);
    }

    private static void assertInterval(long count, long all, JsonNode wilson) {
        double z2 = NORMAL_975 * NORMAL_975;
        double rate = (double) count / all;
        double middle = (rate + z2 / (2 * all)) / (1 + z2 / all);
        double half = NORMAL_975 / (1 + z2 / all) * Math.sqrt(rate * (1 - rate) / all + z2 / (4.0 * all * all));
        assertDigits(middle - half, wilson.get(0));
        assertDigits(middle + half, wilson.get(1));
    }

    private static void assertDigits(double value, JsonNode printed) {
        BigDecimal digits = printed.decimalValue();
        assertThat(new BigDecimal(value).setScale(digits.scale(), RoundingMode.HALF_UP))
                .isEqualTo(digits);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }
}
