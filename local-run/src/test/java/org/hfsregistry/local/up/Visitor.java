package org.hfsregistry.local.up;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with a browser, as far as a sign-in needs one: a jar of cookies, and going on where it is sent. */
final class Visitor implements AutoCloseable {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final int FOUND = 302;
    private static final int MOST_REDIRECTS = 10;

    private final CookieManager jar = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(jar)
            .build();

    HttpResponse<String> open(URI address) throws Exception {
        return send(HttpRequest.newBuilder(address));
    }

    /** Fills the form of the issuer's page in. */
    HttpResponse<String> signIn(HttpResponse<String> page, String name, String password) throws Exception {
        return send(form(
                page.uri().resolve("/login"), Map.of("username", name, "password", password, "_csrf", hidden(page))));
    }

    /** Sends a form of a page with these fields, and with the token that the page has for it. */
    HttpResponse<String> submitForm(URI address, HttpResponse<String> page, Map<String, String> fields)
            throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", hidden(page));
        return submitForm(address, all);
    }

    HttpResponse<String> submitForm(URI address, Map<String, String> fields) throws Exception {
        return send(form(address, fields));
    }

    HttpResponse<String> signOut(URI service) throws Exception {
        return send(form(service.resolve("/sign-out"), Map.of("_csrf", csrf())));
    }

    HttpResponse<String> post(URI address, String json) throws Exception {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf())
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    private String csrf() {
        return jar.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String hidden(HttpResponse<String> page) {
        Matcher found = HIDDEN.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("there is no form in " + page.uri() + ": " + page.body());
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        // The client by itself gives up after five, which are fewer than a sign-out takes.
        for (int redirects = 0; answer.statusCode() == FOUND && redirects < MOST_REDIRECTS; redirects++) {
            URI to =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = http.send(HttpRequest.newBuilder(to).build(), BodyHandlers.ofString());
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }
}
