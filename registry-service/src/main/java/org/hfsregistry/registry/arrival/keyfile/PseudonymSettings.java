package org.hfsregistry.registry.arrival.keyfile;

import java.util.List;
import java.util.Set;
import org.hfsregistry.contract.pseudonym.KeyFile;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.registry.arrival.PseudonymKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which keys pseudonyms come under.
 *
 * @param firstKeyId the id of intake's first key, which the registry never has
 * @param laterKeys those that followed, in their order, as intake has them
 * @param refusedKeys names of keys that intake had by mistake, as they stand in front of pseudonyms
 */
@ConfigurationProperties("hfs.registry.pseudonym")
record PseudonymSettings(
        String firstKeyId,
        @DefaultValue List<KeyFile> laterKeys,
        @DefaultValue Set<String> refusedKeys) {

    PseudonymKeys keys() {
        return new PseudonymKeys(
                PseudonymChain.after(
                        firstKeyId, laterKeys.stream().map(KeyFile::key).toList()),
                refusedKeys);
    }
}
