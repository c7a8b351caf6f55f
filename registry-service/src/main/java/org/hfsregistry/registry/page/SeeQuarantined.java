package org.hfsregistry.registry.page;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.quarantine.ListQuarantine;
import org.hfsregistry.registry.quarantine.ListQuarantine.Listed;
import org.hfsregistry.registry.quarantine.Resubmission;
import org.hfsregistry.registry.receipt.FindReceipts;
import org.hfsregistry.registry.receipt.FindReceipts.Found;
import org.springframework.stereotype.Service;

/** Shows a hospital one of its quarantined arrivals with the receipt of what was submitted in its stead. */
@Service
public final class SeeQuarantined {

    private final ListQuarantine listQuarantine;
    private final FindReceipts findReceipts;

    /** Of these. */
    public SeeQuarantined(ListQuarantine listQuarantine, FindReceipts findReceipts) {
        this.listQuarantine = listQuarantine;
        this.findReceipts = findReceipts;
    }

    /** A hospital's one; absent where it has none of this id. */
    public Optional<Seen> of(String hospitalId, String id) {
        return listQuarantine
                .one(hospitalId, id)
                .map(listed -> new Seen(
                        listed, listed.resubmission().flatMap(resubmission -> receipt(hospitalId, resubmission))));
    }

    /** Of the resubmission or of what came after it: what was said before is no answer to it. */
    private Optional<Found> receipt(String hospitalId, Resubmission resubmission) {
        return findReceipts.of(hospitalId, List.of(resubmission.outcomeId())).stream()
                .filter(found -> found.receipt().position().offset()
                        >= resubmission.position().offset())
                .findFirst();
    }

    /**
     * A quarantined arrival.
     *
     * @param receipt of what was submitted in its stead; absent until that has arrived
     */
    public record Seen(Listed listed, Optional<Found> receipt) {

        /** The treatment that it names; absent where it names none. */
        public Optional<String> treatmentId() {
            return listed.quarantined().arrival() instanceof Arrival.OfOutcome readable
                            && readable.outcome() instanceof TreatmentOutcome outcome
                    ? Optional.of(outcome.treatmentId())
                    : Optional.empty();
        }
    }
}
