package org.hfsregistry.analytics.disclosure;

import java.util.Optional;

/**
 * The k of each audience, and when others hear of a flag. It exists so that these are said once, for all channels.
 *
 * @param coolingOffDays how many days a hospital and the registry have a flag to themselves
 */
public record Thresholds(int everybody, int researchers, int coolingOffDays) {
    /** Where nothing else is said: time to look at the cases, and to correct what was reported of them. */
    public static final int USUAL_COOLING_OFF = 90;

    /** Refuses a k that would show single patients to everybody by mistake: everybody never gets more than researchers. */
    public Thresholds {
        if (researchers < 1 || everybody < researchers) {
            throw new IllegalArgumentException(
                    "1 <= researchers' k <= everybody's k, not " + researchers + " and " + everybody);
        }
        if (coolingOffDays < 0) {
            throw new IllegalArgumentException("flags can't be told before they are there: " + coolingOffDays);
        }
    }

    /** With the usual cooling-off. */
    public Thresholds(int everybody, int researchers) {
        this(everybody, researchers, USUAL_COOLING_OFF);
    }

    /** Who has shown nothing. */
    public Audience forEverybody() {
        return new Audience(everybody, Optional.empty());
    }

    /** Who may read statistics as a researcher or not, acts for a hospital or for none, and is of the registry or not. */
    public Audience forCaller(boolean researcher, Optional<String> hospital, boolean registry) {
        return new Audience(researcher ? researchers : everybody, hospital, registry);
    }
}
