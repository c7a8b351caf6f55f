package org.hfsregistry.intake.pseudonym.keyfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.hfsregistry.intake.pseudonym.PseudonymKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which key to take.
 *
 * @param keyId stands in front of each pseudonym
 * @param keyFile holds the secret in base64
 */
@ConfigurationProperties("hfs.intake.pseudonym")
record KeyFile(@Nullable String keyId, @Nullable Path keyFile) {

    PseudonymKey key() {
        if (keyId == null || keyFile == null) {
            throw new NoPseudonymKey("hfs.intake.pseudonym.key-id or hfs.intake.pseudonym.key-file is not set");
        }
        try {
            return new PseudonymKey(keyId, secret(keyFile));
        } catch (IllegalArgumentException e) {
            throw new NoPseudonymKey(e.getMessage() + " (" + keyFile + ")");
        }
    }

    private static byte[] secret(Path keyFile) {
        String text;
        try {
            text = Files.readString(keyFile).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new NoPseudonymKey("hfs.intake.pseudonym.key-file can't be read: " + keyFile);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new NoPseudonymKey("hfs.intake.pseudonym.key-file is not base64: " + keyFile);
        }
    }
}
