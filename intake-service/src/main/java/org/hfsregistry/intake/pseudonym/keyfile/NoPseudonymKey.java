package org.hfsregistry.intake.pseudonym.keyfile;

/** There is no key to make pseudonyms with, and without one nothing may be taken in. */
final class NoPseudonymKey extends RuntimeException {

    NoPseudonymKey(String why) {
        super(why);
    }
}
