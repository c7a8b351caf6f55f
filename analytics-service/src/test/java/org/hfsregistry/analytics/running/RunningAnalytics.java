package org.hfsregistry.analytics.running;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hfsregistry.analytics.AnalyticsApplication;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.platform.Platform;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Analytics on a free port of this machine, with an issuer of its own, once it was started. */
public final class RunningAnalytics implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext running;

    /** Starts it on the data of that name; further settings are {@code name=value}. */
    public RunningAnalytics start(Platform platform, String name, String... settings) {
        running = new SpringApplicationBuilder(AnalyticsApplication.class)
                .properties("spring.main.banner-mode=off")
                .run(arguments(platform, name, settings));
        return this;
    }

    private String[] arguments(Platform platform, String name, String... settings) {
        String[] own = {
            "server.address=127.0.0.1",
            "server.port=0",
            "spring.kafka.bootstrap-servers=" + platform.kafkaBootstrap(),
            "spring.mongodb.uri=" + platform.mongodbUri(name),
            "hfs.topics.prefix=" + RegistryStandIn.prefix(name),
            "spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + tokens.publicKey()
        };
        return Stream.concat(Arrays.stream(own), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
    }

    /** Who gives tokens that it takes. */
    public Tokens tokens() {
        return tokens;
    }

    /** What its controllers take. */
    public RequestMappingHandlerMapping mappings() {
        return running.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** Waits until it is ready and what is made of all topics is of that data version or a later one. */
    public RunningAnalytics waitFor(long dataVersion) {
        Awaitility.await().atMost(LONGEST_WAIT).until(() -> {
            HttpResponse<String> answer = get("/v1/statistics/quality");
            return answer.statusCode() == 200
                    && JsonPath.<Number>read(answer.body(), "$.dataVersion").longValue() >= dataVersion;
        });
        return this;
    }

    /** Waits until the health of the feed has a status. */
    public void waitForFeed(String status) {
        Awaitility.await()
                .atMost(LONGEST_WAIT)
                .until(() -> JsonPath.<String>read(get("/actuator/health").body(), "$.components.feed.status")
                        .equals(status));
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A GET request; headers are name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(path, BodyHandlers.ofString(), headers);
    }

    /** A GET request whose answer is no text, with an Authorization. */
    public HttpResponse<byte[]> bytes(String path, String authorization) {
        return send(path, BodyHandlers.ofByteArray(), "Authorization", authorization);
    }

    /** Begins to listen to changes; the lines come as they are sent. */
    public HttpResponse<Stream<String>> listen(String... headers) {
        return send("/v1/changes", BodyHandlers.ofLines(), headers);
    }

    private <T> HttpResponse<T> send(String path, BodyHandler<T> body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return send(headers.length > 0 ? request.headers(headers) : request, body);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A POST request of JSON; headers are name and value in turn. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(headers.length > 0 ? request.headers(headers) : request, BodyHandlers.ofString());
    }

    /** A GET request with a token. */
    public HttpResponse<String> getAs(String token, String path) {
        return get(path, "Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        running.close();
        http.close();
    }
}
