package org.hfsregistry.registry.following;

import java.util.Set;

/** Where it is kept how far the record is turned to each pseudonym key. It lies with the data. */
public interface Turnings {

    /** The names of the keys that the record is turned to, or is being turned to. */
    Set<String> begun();

    /** How far it is turned to the key of this name. */
    Turning to(String key);

    /** Notes how far it is turned to the key of this name. */
    void note(String key, Turning turning);
}
