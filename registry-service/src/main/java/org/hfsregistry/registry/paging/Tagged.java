package org.hfsregistry.registry.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers under a tag of what they say, so that Spring answers 304 to who has it as it is. It exists for what has no version of
 * its own: it is read as ever, and only not sent again.
 */
public final class Tagged {

    private static final int LENGTH = 32;

    private Tagged() {}

    /** Under the tag of the whole answer: records tell all that they hold, and a page where the next one is. */
    public static <T> ResponseEntity<T> of(ResponseEntity<T> answer) {
        List<String> link = answer.getHeaders().getOrEmpty(HttpHeaders.LINK);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag(link + " " + answer.getBody()))
                .body(answer.getBody());
    }

    private static String tag(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
