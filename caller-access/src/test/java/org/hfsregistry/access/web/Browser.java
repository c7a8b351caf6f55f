package org.hfsregistry.access.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hfsregistry.access.web.RunningService.Answer;

/** A browser with a jar of cookies, which goes on where it is sent only when told to. */
final class Browser implements AutoCloseable {

    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;

    /** By their names; what else a cookie says stands in the last {@code Set-Cookie} of that name. */
    final Map<String, String> cookies = new TreeMap<>();

    final Map<String, String> setCookies = new TreeMap<>();

    Browser(URI service) {
        this.service = service;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    /** Where it ends after all redirects. */
    Answer open(String path) {
        Answer answer = get(path);
        for (int redirects = 0; isRedirect(answer); redirects++) {
            if (redirects == MOST_REDIRECTS) {
                throw new IllegalStateException("it goes round in a circle: " + answer.header("Location"));
            }
            answer = follow(answer);
        }
        return answer;
    }

    Answer follow(Answer redirect) {
        URI to = redirect.response().uri().resolve(redirect.header("Location"));
        return send(HttpRequest.newBuilder(to));
    }

    static boolean isRedirect(Answer answer) {
        return answer.status() / 100 == 3;
    }

    Answer post(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            Answer answer = new Answer(http.send(request.build(), BodyHandlers.ofString()));
            List<String> set = new ArrayList<>(answer.response().headers().allValues("Set-Cookie"));
            set.forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        setCookies.put(pair[0], setCookie);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
