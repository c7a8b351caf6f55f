package org.hfsregistry.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.function.Consumer;
import org.hfsregistry.local.run.CannotBeDone;

/** One request, and its answer: whole, where it is small, or line by line. */
public final class LocalHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final int OK = 200;

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

    /** Asks for something to be taken away, with a bearer token. */
    public static Answer delete(URI address, String bearer) {
        return answer(
                request(address).header("Authorization", "Bearer " + bearer).DELETE());
    }

    /**
     * Sends a text with a bearer token, and hands on each line of the answer when it comes, however long that takes.
     *
     * @throws CannotBeDone for an answer that is not good, or breaks off
     */
    public static void postForLines(URI address, String bearer, String text, Consumer<String> line) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(text))
                .build();
        try {
            CLIENT.send(request, answer -> {
                        if (answer.statusCode() == OK) {
                            return BodySubscribers.mapping(
                                    BodySubscribers.ofLines(UTF_8), lines -> (Runnable) () -> lines.forEach(line));
                        }
                        return BodySubscribers.mapping(BodySubscribers.ofString(UTF_8), problem -> (Runnable) () -> {
                            throw new CannotBeDone(
                                    "%s answered %d: %s".formatted(address, answer.statusCode(), problem),
                                    "Look at ./registry status and the logs.");
                        });
                    })
                    .body()
                    .run();
        } catch (IOException | UncheckedIOException e) {
            throw new CannotBeDone(
                    "%s does not answer, or broke off: %s".formatted(address, e),
                    "Look at ./registry status and the logs.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotBeDone("The wait for " + address + " was broken off", "Try again.");
        }
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
