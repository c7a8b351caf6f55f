package org.hfsregistry.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hfsregistry.faults.load.ReportedRow.Kind;
import org.junit.jupiter.api.Test;

class HospitalCourseTest {

    private static final int REQUESTS = 500;

    @Test
    void a_seed_submits_the_same_rows_again() {
        assertThat(rows(1)).isEqualTo(rows(1)).isNotEqualTo(rows(2));
    }

    @Test
    void every_kind_of_row_comes_also_later_revisions_before_earlier_ones() {
        Map<String, Integer> highest = new HashMap<>();
        Set<ReportedRow> before = new HashSet<>();
        boolean lowerAfterHigher = false;
        boolean repeated = false;
        boolean retractedFirst = false;
        for (ReportedRow row : rows(3)) {
            lowerAfterHigher |= row.kind() == Kind.REPORT && highest.getOrDefault(row.about(), 0) > row.revision();
            retractedFirst |= row.kind() == Kind.RETRACTION && !highest.containsKey(row.about());
            repeated |= !before.add(row);
            if (row.kind() == Kind.REPORT) {
                highest.merge(row.about(), row.revision(), Math::max);
            }
        }

        assertThat(rows(3)).extracting(ReportedRow::kind).contains(Kind.values());
        assertThat(List.of(lowerAfterHigher, repeated, retractedFirst)).containsOnly(true);
    }

    @Test
    void what_is_said_under_a_revision_stays_so_but_for_contradictions_which_come_after_it() {
        Map<String, String> said = new HashMap<>();
        for (ReportedRow row : rows(4)) {
            String key = row.outcomeId() + "@" + row.revision();
            if (row.kind() == Kind.CONTRADICTION) {
                assertThat(said).containsKey(key);
                assertThat(row.json()).isNotEqualTo(said.get(key));
            } else {
                assertThat(said.merge(key, row.json(), (first, again) -> first)).isEqualTo(row.json());
            }
        }
    }

    private static List<ReportedRow> rows(long seed) {
        HospitalCourse course = new HospitalCourse(new Random(seed));
        List<ReportedRow> rows = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) {
            rows.addAll(course.next());
        }
        rows.addAll(course.rest());
        return rows;
    }
}
