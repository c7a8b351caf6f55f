package org.hfsregistry.registry.registration.kafka;

import java.util.Set;
import org.hfsregistry.registry.registration.Turning;
import org.hfsregistry.registry.registration.Turnings;

/** A record that was turned to these pseudonym keys, and that nobody turns now. */
record TurnedTo(Set<String> begun) implements Turnings {
    @Override
    public Turning to(String key) {
        throw new UnsupportedOperationException("nobody turns");
    }

    @Override
    public void note(String key, Turning turning) {
        throw new UnsupportedOperationException("nobody turns");
    }
}
