package org.hfsregistry.analytics.statistic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.OperationCounts;
import org.hfsregistry.analytics.measure.Sessions;
import org.hfsregistry.analytics.statistic.Question.Recurrence;
import org.hfsregistry.analytics.statistic.Question.Relief;
import org.hfsregistry.analytics.statistic.Question.Success;
import org.hfsregistry.contract.outcome.HospitalProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions. It exists as the one way from the columns to a channel: what comes out is fit for its audience. */
@Service
public final class Statistics {
    private static final int MOST_OF_COUNTS = 16;
    private static final int MOST_OF_DURATIONS = 6;
    private static final String HOSPITAL = "hospitalId";
    private static final List<Question> HEADLINES = List.of(Success.DEFAULT, Recurrence.DEFAULT, Relief.DEFAULT);

    private final Population population;
    private final Scans scans = new Scans();
    private final Newest<TableKey, Table> ofCounts = new Newest<>(MOST_OF_COUNTS);
    private final Newest<TableKey, Table> ofDurations = new Newest<>(MOST_OF_DURATIONS);

    /** Over a population. */
    public Statistics(Population population) {
        this.population = population;
    }

    private record TableKey(Question question, int k) {}

    /** Up to where the log is applied now. */
    public LogPositions positions() {
        return population.read(Population.Cut::positions);
    }

    /** What the audience gets to a question. */
    public Answer answer(Asked asked, Audience audience) {
        return answer(asked, audience, View.whole(asked.level()));
    }

    /** Some fields of what the audience gets to a question; nothing else is computed. */
    public Answer only(Set<String> fields, Asked asked, Audience audience) {
        return answer(asked, audience, View.only(fields, asked.level()));
    }

    /** All hospitals, or those that are asked for, with what they said of themselves and headline numbers. */
    public Answer hospitals(Set<String> hospitals, double level, Audience audience) {
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        List<Supplier<Table>> scanned = population.read(cut -> {
            for (String hospital : hospitals.isEmpty() ? cut.cohorts().keySet() : hospitals) {
                said.put(hospital, cut.profile(hospital).map(Statistics::said).orElse(Map.of()));
            }
            return HEADLINES.stream()
                    .map(question -> scanned(cut, question, audience.k()))
                    .toList();
        });
        List<Table> tables = scanned.stream().map(Supplier::get).toList();
        List<Map<String, Object>> groups = new ArrayList<>();
        said.forEach((hospital, profile) -> {
            Map<String, Object> group = key(hospital);
            group.putAll(profile);
            tables.forEach(table -> group.put(
                    name(table), table.group(hospital, audience.owns(hospital), View.only(table.headline(), level))));
            groups.add(group);
        });
        Map<String, Object> network = new LinkedHashMap<>();
        tables.forEach(table -> network.put(name(table), table.network(View.only(table.headline(), level))));
        Table any = tables.getFirst();
        return new Answer(Definition.HOSPITALS, Map.of("level", level), any.asOf(), any.positions(), network, groups);
    }

    /** Scans now, under the lock that the cut is read in; the table is made of the scan later, without it. */
    private Supplier<Table> scanned(Population.Cut cut, Question question, int k) {
        TableKey key = new TableKey(question, k);
        LogPositions at = cut.positions();
        return switch (question) {
            case Success success -> {
                Scan<OperationCounts> scan = scans.operations(cut);
                yield () -> ofCounts.get(at, key, () -> new SuccessTable(scan, success, k));
            }
            case Recurrence recurrence -> {
                Scan<Durations> scan = scans.recurrences(cut, recurrence);
                yield () -> ofDurations.get(at, key, () -> new RecurrenceTable(scan, recurrence, k));
            }
            case Relief relief -> {
                Scan<Sessions> scan = scans.sessions(cut);
                yield () -> ofDurations.get(at, key, () -> new ReliefTable(scan, k));
            }
        };
    }

    private Answer answer(Asked asked, Audience audience, View view) {
        Table table = population
                .read(cut -> scanned(cut, asked.question(), audience.k()))
                .get();
        List<Map<String, Object>> groups = new ArrayList<>();
        if (asked.by() == Asked.By.HOSPITAL) {
            for (String hospital : asked.hospitals().isEmpty() ? table.hospitals() : asked.hospitals()) {
                Map<String, Object> group = key(hospital);
                group.putAll(table.group(hospital, audience.owns(hospital), view));
                groups.add(group);
            }
        }
        Map<String, Object> parameters = new LinkedHashMap<>(table.parameters());
        parameters.put("level", asked.level());
        parameters.put("by", asked.by().code());
        return new Answer(table.definition(), parameters, table.asOf(), table.positions(), table.network(view), groups);
    }

    private static Map<String, Object> key(String hospital) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put(HOSPITAL, hospital);
        return group;
    }

    private static String name(Table table) {
        String id = table.definition().id();
        return id.substring(0, id.indexOf('/'));
    }

    private static Map<String, Object> said(HospitalProfile profile) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", profile.name());
        said.put("country", profile.country());
        Map<String, Object> equipment = new LinkedHashMap<>();
        put(equipment, "mri3t", profile.mri3t());
        put(equipment, "intraoperativeMonitoring", profile.intraoperativeMonitoring());
        put(equipment, "multidisciplinaryTeam", profile.multidisciplinaryTeam());
        put(equipment, "functionalNeurosurgery", profile.functionalNeurosurgery());
        put(equipment, "academic", profile.academic());
        said.put("equipment", equipment);
        said.put("team", profile.team().stream().map(member -> member.code()).toList());
        return said;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Boolean value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
