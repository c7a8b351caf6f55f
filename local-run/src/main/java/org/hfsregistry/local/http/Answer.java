package org.hfsregistry.local.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server answered.
 *
 * @param from the address that was asked
 */
public record Answer(URI from, HttpResponse<String> response) {

    private static final int OK = 200;
    private static final int FIRST_THAT_IS_NOT_OK = 300;

    /** The status code. */
    public int status() {
        return response.statusCode();
    }

    /** Whether it is what was asked for. */
    public boolean isGood() {
        return status() >= OK && status() < FIRST_THAT_IS_NOT_OK;
    }

    /** After how many seconds the server wants to be asked again, where it says so. */
    public OptionalLong retryAfterSeconds() {
        return response.headers().firstValueAsLong("Retry-After");
    }

    /** The stable code of a problem (RFC 9457); empty for any other answer. */
    public Optional<String> problemCode() {
        if (isGood()) {
            return Optional.empty();
        }
        try {
            return JsonMapper.shared().readTree(response.body()).path("code").stringValueOpt();
        } catch (JacksonException notAProblem) {
            return Optional.empty();
        }
    }

    /** The text of a good answer. @throws CannotBeDone for another */
    public String text() {
        if (!isGood()) {
            throw new CannotBeDone(
                    "%s answered %d: %s".formatted(from, status(), response.body()),
                    "Look at ./registry status and the logs.");
        }
        return response.body();
    }

    /** The JSON of a good answer. @throws CannotBeDone for another */
    public JsonNode json() {
        return JsonMapper.shared().readTree(text());
    }
}
