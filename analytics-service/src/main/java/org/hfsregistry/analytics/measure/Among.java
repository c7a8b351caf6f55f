package org.hfsregistry.analytics.measure;

import org.hfsregistry.analytics.cohort.Cohort;

/** Which rows of a cohort are measured. It exists so that a measure is the same for all treatments and for a part of them. */
public interface Among {

    /** Whether the row is one of them; asked of rows of the right kind only. */
    boolean has(Cohort cohort, int row);
}
