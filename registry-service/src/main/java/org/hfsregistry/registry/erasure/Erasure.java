package org.hfsregistry.registry.erasure;

import java.time.Instant;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.PatientMark;

/**
 * That a patient was erased: without personal data, since it stays.
 *
 * @param position of the erasure in the hospital's order
 * @param at when it was carried out
 * @param basis the ground that was given for it
 * @param by the client that asked for it
 * @param treatments how many treatments were erased
 * @param entries how many entries of the history were
 */
public record Erasure(
        String hospitalId,
        PatientMark patient,
        Position position,
        Instant at,
        String basis,
        String by,
        int treatments,
        int entries) {

    /** The key in the store and in the address of it. */
    public String id() {
        return id(position);
    }

    /** The key of an erasure that stands there in the log. Keys sort as the positions of a partition do. */
    public static String id(Position position) {
        return position.key();
    }
}
