package org.hfsregistry.analytics.cohort;

/** The registry's treatments are still being read in. It exists so that nobody gets a number made of half of them. */
public final class NotReadYet extends RuntimeException {
    NotReadYet() {
        super("the treatments are still being read in");
    }
}
