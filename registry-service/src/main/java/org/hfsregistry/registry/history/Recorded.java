package org.hfsregistry.registry.history;

import java.util.Optional;
import org.hfsregistry.contract.registered.Position;

/**
 * An entry of the history as it can be read.
 *
 * @param decision absent where it can't be read any more, which nothing of the registry can have brought about
 */
public record Recorded(Position position, Optional<Decision> decision) {}
