package org.hfsregistry.analytics.disclosure;

import java.util.Optional;

/** The k of each audience. It exists so that k is said once, for all channels. */
public record Thresholds(int everybody, int researchers) {

    /** Refuses a k that would show single patients to everybody by mistake: everybody never gets more than researchers. */
    public Thresholds {
        if (researchers < 1 || everybody < researchers) {
            throw new IllegalArgumentException(
                    "1 <= researchers' k <= everybody's k, not " + researchers + " and " + everybody);
        }
    }

    /** Who has shown nothing. */
    public Audience forEverybody() {
        return new Audience(everybody, Optional.empty());
    }

    /** Who may read statistics as a researcher or not, and acts for a hospital or for none. */
    public Audience forCaller(boolean researcher, Optional<String> hospital) {
        return new Audience(researcher ? researchers : everybody, hospital);
    }
}
