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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HospitalCourseTest {

    private static final int REQUESTS = 500;

    @Test
    void a_seed_submits_the_same_rows_again() {
        assertThat(said(1)).isEqualTo(said(1)).isNotEqualTo(said(2));
    }

    @Test
    void patients_are_merged_parted_and_erased_and_rows_of_them_come_afterwards() {
        Set<String> erased = new HashSet<>();
        Map<String, Set<String>> idsOfTreatment = new HashMap<>();
        boolean erasedCameAgain = false;
        for (Said each : said(3)) {
            if (each instanceof Said.Erasure(String patientId)) {
                erased.add(patientId);
            } else if (each instanceof ReportedRow row && row.kind() == Kind.REPORT) {
                JsonNode json = JsonMapper.shared().readTree(row.json());
                String patientId = json.path("patientId").asString();
                erasedCameAgain |= erased.contains(patientId);
                idsOfTreatment
                        .computeIfAbsent(json.path("treatmentId").asString(), _ -> new HashSet<>())
                        .add(patientId);
            }
        }

        assertThat(said(3))
                .hasAtLeastOneElementOfType(Said.Merge.class)
                .hasAtLeastOneElementOfType(Said.Undoing.class)
                .hasAtLeastOneElementOfType(Said.Erasure.class);
        assertThat(erasedCameAgain).isTrue();
        assertThat(idsOfTreatment.values()).anyMatch(ids -> ids.size() > 1);
    }

    /** A retraction that came between two rows of a request would let the second one count when the request is sent again. */
    @Test
    void a_row_of_a_treatment_under_two_ids_is_a_request_of_its_own() {
        HospitalCourse course = new HospitalCourse(new Random(5));
        Map<String, Set<String>> idsOfTreatment = new HashMap<>();
        int checked = 0;
        for (int request = 0; request < REQUESTS; request++) {
            List<? extends Said> next = course.next();
            for (Said each : next) {
                if (each instanceof ReportedRow row && row.kind() == Kind.REPORT) {
                    JsonNode json = JsonMapper.shared().readTree(row.json());
                    Set<String> ids = idsOfTreatment.computeIfAbsent(
                            json.path("treatmentId").asString(), _ -> new HashSet<>());
                    ids.add(json.path("patientId").asString());
                    if (ids.size() > 1) {
                        assertThat(next).hasSize(1);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isPositive();
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
        return said(seed).stream()
                .filter(ReportedRow.class::isInstance)
                .map(ReportedRow.class::cast)
                .toList();
    }

    private static List<Said> said(long seed) {
        HospitalCourse course = new HospitalCourse(new Random(seed));
        List<Said> said = new ArrayList<>();
        for (int request = 0; request < REQUESTS; request++) {
            said.addAll(course.next());
        }
        course.rest().forEach(said::addAll);
        return said;
    }
}
