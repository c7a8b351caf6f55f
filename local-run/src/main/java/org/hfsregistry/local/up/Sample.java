package org.hfsregistry.local.up;

import java.util.List;
import java.util.Locale;
import org.hfsregistry.local.published.PublishedHospital;
import org.hfsregistry.sample.HospitalOutcomes;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;

/** What an empty registry is filled with. */
public enum Sample {
    /** The series of the papers, one hospital each. */
    PUBLISHED,
    /** A made-up network of 40 hospitals. */
    NETWORK,
    /** Nothing. */
    NONE;

    /**
     * Its hospitals, each with what it submits.
     *
     * @param treatments how many a made-up network has
     */
    List<HospitalOutcomes> hospitals(int treatments) {
        return switch (this) {
            case PUBLISHED -> PublishedHospital.all();
            case NETWORK -> SyntheticNetwork.hospitals(treatments);
            case NONE -> List.of();
        };
    }

    /** What it is, to whoever looks on. */
    String words() {
        return switch (this) {
            case PUBLISHED -> "the papers' series";
            case NETWORK -> "a synthetic network";
            case NONE -> "nothing";
        };
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
