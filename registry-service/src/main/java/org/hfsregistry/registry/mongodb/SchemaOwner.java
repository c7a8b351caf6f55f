package org.hfsregistry.registry.mongodb;

import java.util.List;

/** The door that owns collections: it says how they came to be as it reads and writes them, from the first version on. */
public interface SchemaOwner {

    /** Steps are added and never taken away, so that a database of any age can be brought up. */
    List<SchemaStep> steps();
}
