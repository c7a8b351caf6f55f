package org.hfsregistry.registry.export.rest;

import java.io.IOException;

/**
 * Thrown where an export that has begun can't be gone on with. It is an {@link IOException}, since nobody answers those: the
 * server closes the connection in the middle of the answer, and whoever reads it learns that it is not whole.
 */
final class BrokenExport extends IOException {

    BrokenExport(RuntimeException cause) {
        super("an export broke off", cause);
    }
}
