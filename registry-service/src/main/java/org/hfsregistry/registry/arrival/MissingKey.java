package org.hfsregistry.registry.arrival;

/**
 * Thrown for a pseudonym whose key this registry does not know. It may be anybody's, so nothing is decided of it: whoever runs
 * the registry has to mend that, no hospital can.
 */
public final class MissingKey extends RuntimeException {

    MissingKey(RuntimeException unknown) {
        super(
                unknown.getMessage()
                        + "; what came under it waits until hfs.registry.pseudonym.later-keys names it as intake"
                        + " does, or hfs.registry.pseudonym.refused-keys where it was used by mistake",
                unknown);
    }
}
