package org.hfsregistry.registry.mongodb;

/** A newer registry has changed the database, or has begun to; this one would not understand what it finds. */
final class NewerSchema extends RuntimeException {

    NewerSchema(int found, int known) {
        super("the database has version " + found + " of the schema, and this registry knows versions up to " + known);
    }
}
