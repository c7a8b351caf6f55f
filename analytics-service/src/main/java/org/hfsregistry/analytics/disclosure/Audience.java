package org.hfsregistry.analytics.disclosure;

import java.util.Optional;

/**
 * To whom numbers are shown. It exists so that every channel names its audience before it gets a number.
 *
 * @param k how many people a shown number must stand for
 * @param own the hospital that sees its own group whole
 */
public record Audience(int k, Optional<String> own) {

    /** Whether this group is the audience's own. */
    public boolean owns(String group) {
        return own.filter(group::equals).isPresent();
    }
}
