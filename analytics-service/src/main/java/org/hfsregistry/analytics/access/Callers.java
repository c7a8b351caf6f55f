package org.hfsregistry.analytics.access;

/** Finds out who sent the request that is being answered. */
public interface Callers {

    /** The caller; anybody where there is no token. */
    Caller current();
}
