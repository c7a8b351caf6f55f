package org.hfsregistry.analytics.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hfsregistry.analytics.decision.Decision;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.table.Fields;
import org.hfsregistry.contract.registered.QuarantineCounts;

/**
 * How much is in quarantine, as the registry counted it. It exists as the one place of that part of the definition {@code
 * quality}. What is in quarantine is in no other number, so it is decided on by itself; a record there is of somebody, so by
 * the same rule. When the oldest one came is of one record, and so is the time of the count, which is published when something
 * changed: both are shown to the hospital itself only.
 */
final class Quarantines {
    private static final String FIELD = "quarantine";
    private static final String OPEN = "open";
    private static final String RESUBMITTED = "resubmitted";
    private static final String RESOLVED = "resolved";
    private static final int CELL_OF_RESUBMITTED = 0;
    private static final int CELL_OF_RESOLVED = 1;
    private static final int FIRST_CODE = 2;

    private final Map<String, QuarantineCounts> counts;
    private final List<String> codes;
    private final Decision decision;

    /** Of all hospitals: of one of which nothing was counted nothing is in quarantine. */
    Quarantines(Map<String, QuarantineCounts> counts, Set<String> hospitals, Decision beside) {
        this.counts = counts;
        TreeSet<String> known = new TreeSet<>();
        counts.values().forEach(each -> known.addAll(each.byCode().keySet()));
        this.codes = List.copyOf(known);
        SortedMap<String, SortedMap<Integer, Tally>> tallies = new TreeMap<>();
        TreeSet<String> all = new TreeSet<>(hospitals);
        all.addAll(counts.keySet());
        all.forEach(hospital ->
                tallies.put(hospital, new TreeMap<>(Map.of(0, tally(Optional.ofNullable(counts.get(hospital)))))));
        this.decision = beside.ofOthers(figures(), tallies);
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(OPEN, 0, List.of(open())));
        figures.add(Figure.of(RESUBMITTED, 0, List.of(Cells.of(CELL_OF_RESUBMITTED))));
        figures.add(Figure.of(RESOLVED, 0, List.of(Cells.of(CELL_OF_RESOLVED))));
        for (int code = 0; code < codes.size(); code++) {
            figures.add(Figure.of(figure(codes.get(code)), 0, List.of(Cells.of(FIRST_CODE + code)), OPEN));
        }
        return figures;
    }

    private static String figure(String code) {
        return OPEN + " " + code;
    }

    private Cells open() {
        return Cells.among(FIRST_CODE + codes.size(), cell -> cell >= FIRST_CODE);
    }

    private Tally tally(Optional<QuarantineCounts> known) {
        int[] cells = new int[FIRST_CODE + codes.size()];
        known.ifPresent(counted -> {
            cells[CELL_OF_RESUBMITTED] = counted.resubmitted();
            cells[CELL_OF_RESOLVED] = counted.resolved();
            for (int code = 0; code < codes.size(); code++) {
                cells[FIRST_CODE + code] = counted.byCode().getOrDefault(codes.get(code), 0);
            }
        });
        return Tally.of(List.of(cells));
    }

    /** What of it is shown. */
    Shown shown(Whose whose) {
        return whose.shown(decision, Part.WHOLE);
    }

    void putInto(Fields fields, Whose whose) {
        Tally records = whose.people(decision, Part.WHOLE);
        fields.put(FIELD, OPEN, OPEN, () -> Optional.of(records.count(0, open())));
        fields.put(FIELD, RESUBMITTED, RESUBMITTED, () -> Optional.of(records.count(0, Cells.of(CELL_OF_RESUBMITTED))));
        fields.put(FIELD, RESOLVED, RESOLVED, () -> Optional.of(records.count(0, Cells.of(CELL_OF_RESOLVED))));
        fields.put(FIELD, "byCode", OPEN, () -> Optional.of(byCode(fields, records)));
        if (whose instanceof Whose.Hospital(String hospital, boolean own)) {
            Optional<QuarantineCounts> counted = Optional.ofNullable(counts.get(hospital));
            if (own) {
                fields.put(
                        FIELD,
                        "countedAt",
                        OPEN,
                        () -> counted.map(each -> each.countedAt().toString()));
                fields.put(
                        FIELD,
                        "oldestOpenAt",
                        OPEN,
                        () -> counted.flatMap(QuarantineCounts::oldestOpenAt).map(Object::toString));
            } else {
                fields.suppress(FIELD + ".oldestOpenAt");
                fields.suppress(FIELD + ".countedAt");
            }
        }
    }

    private Map<String, Object> byCode(Fields fields, Tally records) {
        Map<String, Object> byCode = new LinkedHashMap<>();
        for (int code = 0; code < codes.size(); code++) {
            String name = codes.get(code);
            int count = records.count(0, Cells.of(FIRST_CODE + code));
            if (!fields.shows(figure(name))) {
                fields.suppress(FIELD + ".byCode." + name);
            } else if (count > 0) {
                byCode.put(name, count);
            }
        }
        return byCode;
    }
}
