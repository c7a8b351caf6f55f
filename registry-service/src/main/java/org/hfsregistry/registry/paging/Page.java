package org.hfsregistry.registry.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.access.RefusedRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Which part of a list is asked for. A cursor is the key of the last row that was seen, so a list may grow between pages.
 *
 * @param after the key after which to go on
 * @param limit how many rows at most
 */
public record Page(Optional<String> after, int limit) {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;

    /**
     * What a request asks for.
     *
     * @param isKey whether a text may be the key of a row of the list; a cursor that holds none is refused
     */
    public static Page of(Optional<String> cursor, Optional<Integer> limit, Predicate<String> isKey) {
        int rows = limit.orElse(USUAL_LIMIT);
        if (rows < 1 || rows > LARGEST_LIMIT) {
            throw RefusedRequest.badParameter("limit", "a whole number from 1 to " + LARGEST_LIMIT);
        }
        Optional<String> key = cursor.map(Page::key);
        if (key.isPresent() && key.filter(isKey).isEmpty()) {
            throw badCursor();
        }
        return new Page(key, rows);
    }

    /** For lists of what stands in the log. */
    public static boolean isPosition(String key) {
        return Position.ofKey(key).isPresent();
    }

    /** How many rows to look for: one more tells whether there is another page. */
    public int lookFor() {
        return limit + 1;
    }

    /**
     * The answer, with the address of the next page where there is one.
     *
     * @param found as many rows as were to be looked for, if there are
     */
    public <T, R> ResponseEntity<List<R>> answer(List<T> found, Function<T, String> key, Function<T, R> shown) {
        HttpHeaders headers = new HttpHeaders();
        next(found, key).ifPresent(cursor -> headers.add(HttpHeaders.LINK, "<" + address(cursor) + ">; rel=\"next\""));
        return ResponseEntity.ok()
                .headers(headers)
                .body(rows(found).stream().map(shown).toList());
    }

    /** The rows that belong to this part. */
    public <T> List<T> rows(List<T> found) {
        return found.stream().limit(limit).toList();
    }

    /** The cursor of the next part; absent where this is the last one. */
    public <T> Optional<String> next(List<T> found, Function<T, String> key) {
        return found.size() > limit ? Optional.of(cursor(key.apply(found.get(limit - 1)))) : Optional.empty();
    }

    private static String cursor(String lastKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastKey.getBytes(UTF_8));
    }

    private static String address(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("cursor", cursor)
                .build(true)
                .toUriString();
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw badCursor();
        }
    }

    /** A cursor holds no key of the list. */
    private static RefusedRequest badCursor() {
        return RefusedRequest.badParameter("cursor", "taken from the Link of an earlier page");
    }
}
