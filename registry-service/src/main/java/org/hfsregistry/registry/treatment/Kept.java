package org.hfsregistry.registry.treatment;

import java.util.Optional;
import org.hfsregistry.registry.arrival.Place;

/**
 * A document as it stands in the store.
 *
 * @param version that it is found by; {@link Dossiers.Revised#DAMAGED} where there is none
 * @param dossier absent where it can't be read any more, which nothing of the registry can have brought about
 */
public record Kept(Place place, long version, Optional<Dossier<?>> dossier) {}
