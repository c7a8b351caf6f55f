package org.hfsregistry.intake.submission.rest;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the registry tells what became of an outcome.
 *
 * @param at the registry's address as hospitals see it
 */
@ConfigurationProperties("hfs.intake.receipts")
record Receipts(URI at) {

    /** An outcome's id has no letter that an address would have to escape. */
    URI of(String outcomeId) {
        return URI.create(at.toString().replaceFirst("/$", "") + "/v1/outcomes/" + outcomeId);
    }
}
