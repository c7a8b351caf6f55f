package org.hfsregistry.contract.pseudonym;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a key comes from: a file that is mounted or made beside a service.
 *
 * @param id of the key
 * @param file holds the secret in base64
 */
public record KeyFile(@Nullable String id, @Nullable Path file) {

    /** The key. @throws UnusableKey where there is none in the file */
    public PseudonymKey key() {
        if (id == null || file == null) {
            throw new UnusableKey("a key needs an id and a file");
        }
        try {
            return new PseudonymKey(id, secret(file));
        } catch (UnusableKey e) {
            throw new UnusableKey(e.getMessage() + " (" + file + ")");
        }
    }

    private static byte[] secret(Path file) {
        String text;
        try {
            text = Files.readString(file).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UnusableKey("the key's file can't be read");
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableKey("the key's file is not base64");
        }
    }
}
