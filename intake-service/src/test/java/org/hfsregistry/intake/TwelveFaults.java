package org.hfsregistry.intake;

import java.util.List;
import java.util.stream.Collectors;

/** A table as a hospital might have it: two good rows, a blank line, a line break within quotes, and twelve different faults. */
final class TwelveFaults {

    static final String TABLE = """
            type,outcomeId,patientId,treatmentId,side,treatedOn,assessedOn,spasmGrade,spasmReductionPct,complications,patient.birthYear,patient.sex,operation.monitored,reason
            mvd-outcome,op-01,80011,t-01,left,2023-03-01,2024-03-03,E0,97.5,,1961,female,yes,
            mvd-outcome,op-02,80012,t-02,left,2023-03-01,2024-03-03,E9,97.5,,1961,female,yes,

            mvd-outcome,op-03,80013,t-03,links,2023-03-01,2024-03-03,E0,97.5,,1961,female,yes,
            retraction,op-04,,,,,,,,,,,,"entered for
            the wrong operation"
            mvd-outcome,op-05,80015,t-05,left,03/01/2023,2024-03-03,E0,97.5,,1961,female,yes,
            mvd-outcome,op-06,80016,t-06,left,2023-03-01,2022-03-03,E0,97.5,,1961,female,yes,
            mvd-outcome,op-07,80017,t-07,left,2023-03-01,2024-03-03,E0,140,,1961,female,yes,
            mvd-outcome,op-08,,t-08,left,2023-03-01,2024-03-03,E0,97.5,,1961,female,yes,
            mvd-outcome,op 09!,80019,t-09,left,2023-03-01,2024-03-03,E0,97.5,,1961,female,yes,
            mvd-outcome,op-10,80020,t-10,left,2023-03-01,2024-03-03,E0,97.5,,1961,female,maybe,
            mvd-outcome,op-11,80021,t-11,left,2023-03-01,2024-03-03,E0,97.5,"facial-palsy:sometimes",1961,female,yes,
            mvd-outcome,op-12,80022,t-12,left,2023-03-01,2024-03-03,E0,a lot,,1961,female,yes,
            mvd-outcome,op-13,80023,t-13,left,2023-03-01,2024-03-03,E0
            mvd-outcome,op-14,80024,t-14,right,2023-03-01,2024-03-03,E1,80,,1955,male,no,
            """;

    /** As they come back: the header and the rows with a fault, byte for byte. */
    static final String FAULTY_ROWS = TABLE.lines()
            .filter(line -> !line.isEmpty() && !line.contains(",op-01,") && !line.contains(",op-14,"))
            .collect(Collectors.joining("\n", "", "\n"));

    /** @param why and fix are parts of what is told */
    record Fault(long line, String code, String field, String value, String why, String fix) {}

    static final List<Fault> FAULTS = List.of(
            new Fault(3, "UNKNOWN_CODE", "spasmGrade", "E9", "none of its codes", "E0, E1, E2, E3"),
            new Fault(5, "UNKNOWN_CODE", "side", "links", "none of its codes", "left, right"),
            new Fault(6, "MISSING_FIELD", "retracts", "not there", "missing", "add a column retracts"),
            new Fault(8, "NOT_A_DATE", "treatedOn", "03/01/2023", "day and month", "2024-03-31"),
            new Fault(9, "BEFORE_TREATED", "assessedOn", "2022-03-03", "before", ""),
            new Fault(10, "OUT_OF_RANGE", "spasmReductionPct", "140", "", "100"),
            new Fault(11, "MISSING_FIELD", "patientId", "empty", "missing", "fill the cell"),
            new Fault(12, "NOT_AN_ID", "outcomeId", "op 09!", "", ""),
            new Fault(13, "NOT_A_FLAG", "operation.monitored", "maybe", "neither true nor false", "true or false"),
            new Fault(14, "UNKNOWN_CODE", "complications", "facial-palsy:sometimes", "course", "transient, permanent"),
            new Fault(15, "NOT_A_NUMBER", "spasmReductionPct", "a lot", "not a number", "97.5"),
            new Fault(16, "WRONG_NUMBER_OF_CELLS", "the whole row", "op-13", "8 cells", "as many as the header has"));

    private TwelveFaults() {}

    /** The faulty rows as their person would send them again. */
    static String mended(String rows) {
        return rows.replace("E9", "E1")
                .replace("links", "left")
                .replace(
                        "retraction,op-04,,,,,,,,,,,,\"entered for\nthe wrong operation\"",
                        "mvd-outcome,op-04,80014,t-04,left,2023-03-01,2024-03-03,E0,97.5,,1961,female,yes,")
                .replace("03/01/2023", "2023-03-01")
                .replace("2022-03-03", "2024-03-03")
                .replace(",140,", ",14,")
                .replace("op-08,,", "op-08,80018,")
                .replace("op 09!", "op-09")
                .replace("maybe", "no")
                .replace(":sometimes", ":transient")
                .replace("a lot", "97.5")
                .replace("t-13,left,2023-03-01,2024-03-03,E0\n", "t-13,left,2023-03-01,2024-03-03,E0,,,,,,\n");
    }
}
