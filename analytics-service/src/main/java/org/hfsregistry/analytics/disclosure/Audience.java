package org.hfsregistry.analytics.disclosure;

import java.util.Optional;

/**
 * To whom numbers are shown. It exists so that every channel names its audience before it gets a number.
 *
 * @param k how many people a shown number must stand for
 * @param own the hospital that sees its own group whole
 * @param registry whether it is the registry's staff, who see flags that others don't see yet
 */
public record Audience(int k, Optional<String> own, boolean registry) {

    /** Not the registry's staff. */
    public Audience(int k, Optional<String> own) {
        this(k, own, false);
    }

    /** Whether this group is the audience's own. */
    public boolean owns(String group) {
        return own.filter(group::equals).isPresent();
    }
}
