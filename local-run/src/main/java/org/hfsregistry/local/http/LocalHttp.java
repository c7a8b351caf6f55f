package org.hfsregistry.local.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.hfsregistry.local.run.CannotBeDone;

/** One request, one whole answer; for what is small on both ways. */
public final class LocalHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private LocalHttp() {}

    /** Reads something with a bearer token. */
    public static Answer get(URI address, String bearer) {
        return answer(request(address).header("Authorization", "Bearer " + bearer));
    }

    /** Reads something that is open to everybody. */
    public static Answer get(URI address) {
        return answer(request(address));
    }

    /** Whether somebody answers there, and well. */
    public static boolean isGood(URI address) {
        try {
            return get(address).isGood();
        } catch (CannotBeDone nobodyAnswers) {
            return false;
        }
    }

    /** Sends something; the authorization with its kind in front. */
    public static Answer post(URI address, String authorization, String contentType, byte[] body) {
        return answer(request(address)
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }

    private static Answer answer(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            return new Answer(ready.uri(), CLIENT.send(ready, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new CannotBeDone(
                    "%s does not answer: %s".formatted(ready.uri(), e), "Look at ./registry status and the logs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotBeDone("The wait for " + ready.uri() + " was broken off", "Try again.");
        }
    }
}
