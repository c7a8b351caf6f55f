package org.hfsregistry.local.sample;

import java.util.List;

/** What an empty registry is filled with. */
public enum Sample {
    /** The series of the papers, one hospital each. */
    PUBLISHED,
    /** A made-up network of 40 hospitals. */
    NETWORK,
    /** Nothing. */
    NONE;

    /** Its hospitals, each with what it submits. */
    public List<HospitalOutcomes> hospitals() {
        return switch (this) {
            case PUBLISHED ->
                PublishedSeries.all().stream().map(PublishedHospital::outcomes).toList();
            case NETWORK -> SyntheticNetwork.hospitals();
            case NONE -> List.of();
        };
    }
}
