package org.hfsregistry.local.run;

/** What a person asked for and can't be had; the message says what to do about it. */
public final class CannotBeDone extends RuntimeException {

    /**
     * @param what could not be done, and why
     * @param remedy what whoever reads this can do about it
     */
    public CannotBeDone(String what, String remedy) {
        super(what + ".\n" + remedy);
    }
}
