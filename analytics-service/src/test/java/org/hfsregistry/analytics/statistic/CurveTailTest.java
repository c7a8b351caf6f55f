package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.population.Filters;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Filter;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Recurrence;
import org.hfsregistry.analytics.question.Question.Relief;
import org.hfsregistry.analytics.question.Question.TimeToRelief;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.FollowUpEnded;

/** What somebody who takes a curve from the totals beside it learns of the part that is left out. */
class CurveTailTest {
    private static final int K = 11;
    private static final Audience EVERYBODY = new Audience(K, Optional.empty());

    enum Leaves {
        WITH_EVENT,
        WITH_COMPETING,
        CENSORED
    }

    /** When and how a treatment leaves its curve. */
    record Left(int hospital, int year, int day, Leaves how) {}

    /** A question with treatments that leave its curve as they are told to. */
    enum Asking {
        RECURRENCE {
            @Override
            Question question() {
                return Recurrence.DEFAULT;
            }

            @Override
            Case treated(Case treatment, int day, Leaves how) {
                Case free = treatment.assessed(7, SpasmGrade.E0);
                return switch (how) {
                    case WITH_EVENT -> free.recurred(7 + day, true);
                    case WITH_COMPETING -> free.ended(7 + day, FollowUpEnded.Reason.DEATH);
                    case CENSORED -> free.assessed(7 + day, SpasmGrade.E0);
                };
            }
        },
        TIME_TO_RELIEF {
            @Override
            Question question() {
                return TimeToRelief.DEFAULT;
            }

            @Override
            Case treated(Case treatment, int day, Leaves how) {
                return switch (how) {
                    case WITH_EVENT -> treatment.assessed(day, SpasmGrade.E0);
                    case WITH_COMPETING -> treatment.assessed(1, SpasmGrade.E2).ended(day, FollowUpEnded.Reason.DEATH);
                    case CENSORED -> treatment.assessed(day, SpasmGrade.E2);
                };
            }
        },
        RELIEF {
            @Override
            Question question() {
                return Relief.DEFAULT;
            }

            @Override
            Case treated(Case treatment, int day, Leaves how) {
                return how == Leaves.WITH_EVENT ? treatment.relievedUpTo(day) : treatment.stillRelievedOn(day);
            }
        };

        abstract Question question();

        abstract Case treated(Case treatment, int day, Leaves how);

        Statistics of(List<Left> left) {
            Population population = new Population();
            population.complete();
            List<Change> changes = new ArrayList<>();
            for (Left each : left) {
                Case treatment = Case.of("h" + each.hospital, "t" + changes.size(), changes.size())
                        .on(LocalDate.of(each.year, 3, 1));
                changes.add(Change.of(treated(treatment, each.day, each.how).document()));
            }
            population.apply(changes, LogPositions.NONE);
            return new Statistics(population, new Thresholds(11, 5));
        }
    }

    @Example
    void the_total_beside_a_cut_curve_does_not_tell_of_two_who_recurred_after_it() {
        List<Left> left = new ArrayList<>();
        add(left, 15, 593, Leaves.WITH_EVENT);
        add(left, 15, 693, Leaves.CENSORED);
        add(left, 2, 893, Leaves.WITH_EVENT);
        add(left, 8, 993, Leaves.CENSORED);
        Statistics statistics = Asking.RECURRENCE.of(left);

        Map<String, Object> told = statistics
                .answer(Asked.ofAll(Recurrence.DEFAULT), EVERYBODY)
                .groups()
                .getFirst();
        assertThat(told)
                .containsEntry("atRisk", 40)
                .containsEntry("recurrences", 17)
                .containsEntry("followedUpTo", 592)
                .containsEntry("curve", List.of())
                .containsEntry("suppressed", List.of("at.730", "at.1825", "at.3650"));
        assertThat(JsonPath.<Integer>read(told, "$.at['365'].atRisk")).isEqualTo(40);

        Map<String, Object> own = statistics
                .answer(Asked.ofAll(Recurrence.DEFAULT), new Audience(K, Optional.of("h0")))
                .groups()
                .getFirst();
        assertThat(own).containsEntry("followedUpTo", 993).doesNotContainKey("suppressed");
        assertThat(JsonPath.<List<Integer>>read(own, "$.curve[*].day")).containsExactly(593, 893);
    }

    @Example
    void a_curve_is_hidden_with_all_that_is_read_from_it_where_no_day_of_it_can_be_told() {
        List<Left> left = new ArrayList<>();
        add(left, 12, 0, Leaves.WITH_EVENT);
        add(left, 20, 0, Leaves.CENSORED);
        add(left, 2, 90, Leaves.WITH_EVENT);
        add(left, 12, 100, Leaves.CENSORED);
        add(left, 3, 110, Leaves.WITH_EVENT);

        assertThat(Asking.RELIEF
                        .of(left)
                        .answer(Asked.ofAll(Relief.DEFAULT), EVERYBODY)
                        .groups()
                        .getFirst())
                .containsEntry("responders", 49)
                .doesNotContainKeys("curve", "followUp", "followedUpTo", "medianDays", "medianInterval", "meanDays")
                .containsEntry(
                        "suppressed",
                        List.of("followedUpTo", "followUp", "medianDays", "medianInterval", "meanDays", "curve"));
    }

    private static void add(List<Left> left, int people, int day, Leaves how) {
        for (int i = 0; i < people; i++) {
            left.add(new Left(0, 2012, day, how));
        }
    }

    /** A few hospitals in two years, many with curves that end in few. */
    @Provide
    Arbitrary<List<Left>> left() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            List<Left> left = new ArrayList<>();
            int hospitals = 1 + random.nextInt(6);
            for (int hospital = 0; hospital < hospitals; hospital++) {
                int people = random.nextInt(120);
                int late = random.nextInt(20);
                int often = 1 + random.nextInt(5);
                for (int i = 0; i < people; i++) {
                    Leaves how = random.nextInt(8) == 0
                            ? Leaves.WITH_COMPETING
                            : random.nextInt(often) == 0 ? Leaves.WITH_EVENT : Leaves.CENSORED;
                    int day = 40 * (3 + random.nextInt(i < late ? 12 : 5));
                    left.add(new Left(hospital, 2012 + random.nextInt(3), day, how));
                }
            }
            return left;
        });
    }

    @Property(tries = 1000)
    void whoever_knows_all_up_to_the_end_of_a_curve_learns_of_no_few_after_it_and_of_no_few_in_other_parts(
            @ForAll("left") List<Left> left, @ForAll Asking asking) {
        Statistics statistics = asking.of(left);
        assertNobodyIsTold(statistics, asking, left);
        assertNobodyFollows(statistics, asking, left);
    }

    private static void assertNobodyIsTold(Statistics statistics, Asking asking, List<Left> left) {
        for (Asked.By by : List.of(Asked.By.HOSPITAL, Asked.By.YEAR, Asked.By.NETWORK)) {
            Answer answer = answer(statistics, asking, by, Filter.NONE);
            assertTellsOfNoFew(answer.network(), left, every -> true);
            answer.groups().forEach(group -> assertTellsOfNoFew(group, left, in(group)));
        }
        Filter early = Filters.upTo(LocalDate.of(2013, 12, 31));
        Answer filtered = answer(statistics, asking, Asked.By.HOSPITAL, early);
        filtered.groups()
                .forEach(group -> assertTellsOfNoFew(group, left, in(group).and(each -> each.year < 2014)));
    }

    /** Also to who takes the parts' curves from the whole's. */
    private static void assertNobodyFollows(Statistics statistics, Asking asking, List<Left> left) {
        Answer hospitals = answer(statistics, asking, Asked.By.HOSPITAL, Filter.NONE);
        assertSumsTellOfNoFew(hospitals.network(), hospitals.groups(), left);
        Answer years = answer(statistics, asking, Asked.By.YEAR, Filter.NONE);
        assertSumsTellOfNoFew(years.network(), years.groups(), left);
        for (Map<String, Object> hospital : hospitals.groups()) {
            String name = String.valueOf(hospital.get("hospitalId"));
            Asked ofOne = new Asked(asking.question(), Filter.NONE, Set.of(name), Asked.By.YEAR, Asked.USUAL_LEVEL);
            List<Left> inIt = left.stream().filter(in(hospital)).toList();
            assertSumsTellOfNoFew(hospital, statistics.answer(ofOne, EVERYBODY).groups(), inIt);
        }
    }

    /** On every day up to which the whole and some parts are known: the other parts; without any one, where that is a hospital. */
    private static void assertSumsTellOfNoFew(
            Map<String, Object> whole, List<Map<String, Object>> parts, List<Left> left) {
        int end = end(whole, left, every -> true);
        Map<Map<String, Object>, Integer> ends = new HashMap<>();
        parts.forEach(part -> ends.put(part, end(part, left, in(part))));
        List<Integer> days = new ArrayList<>(ends.values());
        days.add(end);
        days.removeIf(day -> day < 0 || day > end);
        for (int day : days) {
            List<Map<String, Object>> stopped = parts.stream()
                    .filter(part -> ends.getOrDefault(part, -1) < day)
                    .toList();
            List<Left> hidden = left.stream()
                    .filter(each -> stopped.stream().anyMatch(part -> in(part).test(each)))
                    .toList();
            assertIsOfNoFew(day, hidden);
            stopped.stream()
                    .filter(one -> one.containsKey("hospitalId"))
                    .forEach(insider -> assertIsOfNoFew(
                            day, hidden.stream().filter(in(insider).negate()).toList()));
        }
    }

    private static Answer answer(Statistics statistics, Asking asking, Asked.By by, Filter filter) {
        return statistics.answer(new Asked(asking.question(), filter, Set.of(), by, Asked.USUAL_LEVEL), EVERYBODY);
    }

    private static Predicate<Left> in(Map<String, Object> group) {
        return each -> group.containsKey("year")
                ? String.valueOf(group.get("year")).equals(String.valueOf(each.year))
                : group.containsValue("h" + each.hospital);
    }

    /** The last day that is told of; a day that never comes where that is all of it. */
    private static int end(Map<String, Object> told, List<Left> left, Predicate<Left> among) {
        int end = told.get("followedUpTo") instanceof Integer day ? day : -1;
        return left.stream().filter(among).noneMatch(each -> each.day > end) ? Integer.MAX_VALUE : end;
    }

    private static void assertTellsOfNoFew(Map<String, Object> told, List<Left> left, Predicate<Left> among) {
        if (told.get("followedUpTo") instanceof Integer end) {
            assertIsOfNoFew(end, left.stream().filter(among).toList());
        } else {
            assertThat(told).doesNotContainKeys("curve", "at", "followUp", "medianDays", "meanDays");
        }
    }

    private static void assertIsOfNoFew(int end, List<Left> people) {
        List<Left> after = people.stream().filter(each -> each.day > end).toList();
        long events =
                after.stream().filter(each -> each.how == Leaves.WITH_EVENT).count();
        assertThat(events).as("events after " + end).matches(CurveTailTest::isOfNoFew);
        assertThat(after.size() - events).as("others after " + end).matches(CurveTailTest::isOfNoFew);
    }

    private static boolean isOfNoFew(long people) {
        return people == 0 || people >= K;
    }
}
