package org.hfsregistry.analytics.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hfsregistry.analytics.treatment.Grade;

/**
 * Which grades count as a success: a set of E, or T up to 1. It exists because the set is part of the question and of the
 * number's name.
 *
 * @param totals whether it is of T and not of E
 * @param bits the grades, as bits
 */
public record Grades(boolean totals, int bits) {
    private static final int SPASM_GRADES = 4;
    private static final int T0 = 0b1;
    private static final int T0_AND_T1 = 0b11;

    /** E0, the default. */
    public static final Grades FREE_OF_SPASM = new Grades(false, 1);

    /** What may be asked, for a message. */
    public static final String CHOICES = "any of E0, E1, E2, E3, or T0, or T0,T1";

    /** Reads codes; empty where they are no set that may be asked. */
    public static Optional<Grades> of(List<String> codes) {
        int spasm = 0;
        int total = 0;
        for (String code : codes) {
            switch (code) {
                case "E0", "E1", "E2", "E3" -> spasm |= 1 << (code.charAt(1) - '0');
                case "T0", "T1" -> total |= 1 << (code.charAt(1) - '0');
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (spasm != 0 && total == 0) {
            return Optional.of(new Grades(false, spasm));
        }
        return spasm == 0 && (total == T0 || total == T0_AND_T1)
                ? Optional.of(new Grades(true, total))
                : Optional.empty();
    }

    /** The codes. */
    public List<String> codes() {
        return IntStream.range(0, SPASM_GRADES)
                .filter(grade -> ((bits >> grade) & 1) == 1)
                .mapToObj(grade -> (totals ? "T" : "E") + grade)
                .toList();
    }

    /** Every set that may be asked beside the default, in the order in which disclosure takes them. */
    public static List<Grades> variants() {
        List<Grades> variants = new ArrayList<>();
        variants.add(new Grades(false, 0b11));
        variants.add(new Grades(true, T0));
        variants.add(new Grades(true, T0_AND_T1));
        IntStream.range(2, 1 << SPASM_GRADES)
                .filter(bits -> bits != 0b11)
                .forEach(bits -> variants.add(new Grades(false, bits)));
        return variants;
    }

    /** Whether an operation with this code counts as assessed. */
    public boolean assesses(int code) {
        return code != Grade.UNASSESSED && (!totals || Grade.hasTotal(code));
    }

    /** Whether an operation with this code counts as a success. */
    public boolean isSuccess(int code) {
        return assesses(code) && ((bits >> (totals ? Grade.total(code) : Grade.spasm(code))) & 1) == 1;
    }

    @Override
    public String toString() {
        return String.join(",", codes());
    }
}
