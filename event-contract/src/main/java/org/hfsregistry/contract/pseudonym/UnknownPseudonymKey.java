package org.hfsregistry.contract.pseudonym;

import java.util.List;

/** Thrown for a pseudonym whose key is none of the chain: which patient it stands for can't be told. */
public final class UnknownPseudonymKey extends RuntimeException {

    /** For the name of the key, and those that are known. */
    UnknownPseudonymKey(String name, List<String> known) {
        super("the pseudonym key " + name + " is not known here; known are " + String.join(", ", known));
    }
}
