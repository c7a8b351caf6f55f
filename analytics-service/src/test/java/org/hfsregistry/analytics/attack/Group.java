package org.hfsregistry.analytics.attack;

import org.hfsregistry.analytics.question.Trait;

/**
 * People of whom something is counted: those of a hospital or of the whole network, all of them or a part by a trait.
 *
 * @param hospital a hospital, or {@link #NETWORK}
 * @param trait {@link Trait#NONE} where it is all of them
 */
record Group(String hospital, Trait trait, int part) {
    static final String NETWORK = "*";

    /** All of a hospital, or of the network. */
    static Group whole(String hospital) {
        return new Group(hospital, Trait.NONE, 0);
    }

    boolean isWhole() {
        return trait == Trait.NONE;
    }

    boolean isNetwork() {
        return hospital.equals(NETWORK);
    }

    /** The same part of another, or of the network. */
    Group of(String other) {
        return new Group(other, trait, part);
    }
}
