package org.hfsregistry.contract.pseudonym;

/** Thrown for keys that no pseudonym may be made with. It says why, to whoever configures them, and nothing of a secret. */
public final class UnusableKey extends RuntimeException {

    /** For this reason, which goes on after a colon. */
    public UnusableKey(String why) {
        super(why);
    }
}
