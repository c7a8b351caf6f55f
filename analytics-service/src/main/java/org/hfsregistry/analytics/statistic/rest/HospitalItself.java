package org.hfsregistry.analytics.statistic.rest;

import java.util.Set;
import org.hfsregistry.analytics.access.Caller;

/** Whose own numbers a caller gets: a hospital's its own, an admin's those of the one that it names. */
final class HospitalItself {
    private HospitalItself() {}

    /** The hospital. @throws NotTheHospital for anybody else */
    static String of(Caller caller, Set<String> asked) {
        if (caller.isAdmin() && asked.size() == 1) {
            return asked.iterator().next();
        }
        String own = caller.hospital()
                .filter(hospital -> asked.isEmpty() || asked.equals(Set.of(hospital)))
                .orElse("");
        if (!own.isEmpty()) {
            return own;
        }
        if (caller.isAdmin()) {
            throw WrongParameter.value("hospital", "the one hospital whose own numbers are asked for");
        }
        throw new NotTheHospital();
    }

    /** Somebody asks for what is for the hospital itself only. */
    static final class NotTheHospital extends RuntimeException {
        private NotTheHospital() {
            super("This is for the hospital itself: it takes a token of that hospital, or of an admin who names it.");
        }
    }
}
