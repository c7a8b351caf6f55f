package org.hfsregistry.registry.mongodb;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the registry did not start, and what to do about it. */
class NewerSchemaAnalyzer extends AbstractFailureAnalyzer<NewerSchema> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NewerSchema cause) {
        return new FailureAnalysis(
                "The registry can't use its database: " + cause.getMessage() + ".",
                "Start the version of the registry that changed it, or a later one. To go back to this version, restore a backup"
                        + " of the database from before: what was submitted since is taken in again from the log.",
                cause);
    }
}
