package org.hfsregistry.registry.treatment;

import java.util.Optional;
import java.util.stream.Stream;

/** Where hospitals are kept. */
public interface Hospitals extends Dossiers<Hospital> {

    /**
     * Those that reported anything of themselves, by their ids, read as they are asked for; to be closed.
     *
     * @param hospitalId everybody's where it is absent
     */
    Stream<Hospital> reporting(Optional<String> hospitalId);
}
