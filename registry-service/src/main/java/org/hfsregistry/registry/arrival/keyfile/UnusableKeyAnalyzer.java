package org.hfsregistry.registry.arrival.keyfile;

import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the registry did not start, and what to do about it. */
class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKey cause) {
        return new FailureAnalysis(
                "The registry can't use its pseudonym keys: " + cause.getMessage() + ".",
                "Set hfs.registry.pseudonym.first-key-id to the id of intake's first key, and hfs.registry.pseudonym.later-keys"
                        + " to the same ids and files, in the same order, as hfs.intake.pseudonym.later-keys. docs/keys.md has"
                        + " it step by step.",
                cause);
    }
}
