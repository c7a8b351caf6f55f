package org.hfsregistry.faults.run;

import java.util.List;
import java.util.Set;
import org.hfsregistry.faults.check.Violation;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.fault.FaultAccount;
import org.hfsregistry.faults.load.SendingAccount;

/**
 * What a run did and found.
 *
 * @param outcomes how many outcomes' receipts were looked at, retractions too
 * @param treatments how many treatments there are
 * @param notNoticed what the comparison did not notice when it was put before it on purpose
 */
public record FaultRunAccount(
        long seed,
        FaultAccount faults,
        SendingAccount sending,
        int outcomes,
        int treatments,
        List<Violation> violations,
        Set<What> notNoticed) {

    /** Whether every promise was kept, and the run could have shown otherwise. */
    public boolean isGood() {
        return violations.isEmpty() && notNoticed.isEmpty();
    }

    @Override
    public String toString() {
        return """
                seed %d
                %s
                %s
                %d outcomes and %d treatments compared with what was acknowledged
                %d violations
                spoilt on purpose: %s""".formatted(
                        seed,
                        faults,
                        sending,
                        outcomes,
                        treatments,
                        violations.size(),
                        notNoticed.isEmpty() ? "noticed" : "not noticed: " + notNoticed);
    }
}
