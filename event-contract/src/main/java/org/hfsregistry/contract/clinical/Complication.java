package org.hfsregistry.contract.clinical;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complication or adverse effect of a treatment, and whether it passed. */
public record Complication(Kind kind, Course course) {

    private static final Comparator<Complication> ORDER =
            Comparator.comparing(Complication::kind).thenComparing(Complication::course);

    /** Sorted and without repetitions, so that two lists with the same content are equal. */
    public static List<Complication> canonical(@Nullable List<Complication> complications) {
        if (complications == null || complications.size() < 2) {
            return complications == null ? List.of() : List.copyOf(complications);
        }
        return complications.stream().distinct().sorted(ORDER).toList();
    }

    /** What happened. */
    public enum Kind implements Code {
        FACIAL_PALSY("facial-palsy"),
        HEARING_LOSS("hearing-loss"),
        DEAFNESS("deafness"),
        CSF_LEAK("csf-leak"),
        STROKE("stroke"),
        HAEMATOMA("haematoma"),
        INFECTION("infection"),
        LOWER_CRANIAL_NERVE("lower-cranial-nerve"),
        PTOSIS("ptosis"),
        DIPLOPIA("diplopia"),
        DRY_EYE("dry-eye"),
        FACIAL_ASYMMETRY("facial-asymmetry"),
        DEATH("death"),
        OTHER("other");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** Whether it passed. */
    public enum Course implements Code {
        TRANSIENT("transient"),
        PERMANENT("permanent"),
        UNRESOLVED("unresolved");

        private final String code;

        Course(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
