package org.hfsregistry.intake.pseudonym.keyfile;

import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why intake did not start, and what to do about it. */
class UnusableKeyAnalyzer extends AbstractFailureAnalyzer<UnusableKey> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKey cause) {
        return new FailureAnalysis(
                "Intake has no keys to make patients' pseudonyms with: " + cause.getMessage() + ".",
                "Make a key once with \"openssl rand -base64 %d > pseudonym.key\", keep it safe, and set "
                                .formatted(PseudonymKey.FEWEST_BYTES)
                        + "hfs.intake.pseudonym.key-file to it and hfs.intake.pseudonym.key-id to a name of it, "
                        + "such as k1. Another key gives other pseudonyms: a lost one can't be replaced, and one that is to be "
                        + "followed by another stays. docs/keys.md says how keys follow each other.",
                cause);
    }
}
