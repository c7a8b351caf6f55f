package org.hfsregistry.intake.bundle;

import java.nio.ByteBuffer;
import java.util.List;
import org.hfsregistry.contract.clinical.Fault;

/** Outcomes that came together, and the way to answer them. */
public interface OutcomeBundle {

    /** Whether nothing may be kept where anything has a fault. */
    boolean allOrNothing();

    /** What is wrong with those of its entries that are no outcomes. */
    List<Fault> faults();

    /** Its outcomes, in their order. */
    List<Part> outcomes();

    /** The answer, given what became of the outcomes in their order. */
    byte[] answer(List<BundledResult> results);

    /**
     * One outcome.
     *
     * @param json the outcome as the contract has it, as far as it could be told
     * @param faults what could not be told, under the names that the contract has for the fields
     */
    record Part(ByteBuffer json, List<Fault> faults) {}
}
