package org.hfsregistry.intake.pseudonym.keyfile;

import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.contract.pseudonym.KeyFile;
import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which keys to take.
 *
 * @param keyId stands in front of each pseudonym as long as there is no later key
 * @param keyFile holds the secret in base64
 * @param laterKeys those that followed, in their order; the registry has the same
 */
@ConfigurationProperties("hfs.intake.pseudonym")
record KeySettings(
        @Nullable String keyId,
        @Nullable Path keyFile,
        @DefaultValue List<KeyFile> laterKeys) {

    Pseudonyms pseudonyms() {
        if (keyId == null || keyFile == null) {
            throw new UnusableKey("hfs.intake.pseudonym.key-id or hfs.intake.pseudonym.key-file is not set");
        }
        return new Pseudonyms(
                new KeyFile(keyId, keyFile).key(),
                laterKeys.stream().map(KeyFile::key).toList());
    }
}
