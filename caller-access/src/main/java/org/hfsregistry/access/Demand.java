package org.hfsregistry.access;

/**
 * What a caller needs to be let in. It exists so that a service says that in one word.
 *
 * @param ofHospital whether it has to act for a hospital, too
 */
public record Demand(String scope, boolean ofHospital) {

    /** A scope; for whichever hospital, or for none. */
    public static Demand scope(String scope) {
        return new Demand(scope, false);
    }

    /** A scope, in the token of a hospital. */
    public static Demand hospitalWith(String scope) {
        return new Demand(scope, true);
    }

    boolean metBy(Caller caller) {
        return caller.may(scope) && (!ofHospital || caller.hospitalId().isPresent());
    }
}
