package org.hfsregistry.registry.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.registry.RegistryApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registry service that runs in this process, and a caller of it. */
final class Registry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final Tokens tokens;

    private Registry(ConfigurableApplicationContext context, Tokens tokens) {
        this.context = context;
        this.tokens = tokens;
    }

    static Registry start(Surroundings surroundings, String... settings) {
        List<String> arguments = new ArrayList<>(surroundings.settings());
        arguments.addAll(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        return new Registry(
                new SpringApplicationBuilder(RegistryApplication.class).run(arguments.toArray(String[]::new)),
                surroundings.tokens());
    }

    /** What its controllers take. */
    RequestMappingHandlerMapping mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    MongoDatabase database() {
        return context.getBean(MongoDatabase.class);
    }

    /** Every document of a collection by its id. */
    Map<String, Document> stored(String collection) {
        Map<String, Document> documents = new TreeMap<>();
        database()
                .getCollection(collection)
                .find()
                .forEach(document -> documents.put(String.valueOf(document.get("_id")), document));
        return documents;
    }

    Answer get(String hospitalId, String path) {
        return ask(path, tokens.hospital(hospitalId));
    }

    /** A page in a language. */
    Answer page(String hospitalId, String path, String language) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + tokens.hospital(hospitalId))
                .header("Accept-Language", language)
                .header("Accept", "text/html"));
    }

    Answer getAsAdmin(String path) {
        return ask(path, tokens.admin());
    }

    Answer ask(String path, String token) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token));
    }

    /** Asks for what may have changed since. */
    Answer askUnless(String etag, String path, String token) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", etag));
    }

    /** Posts a body; none where it is empty. */
    Answer post(String path, String token, String contentType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token);
        if (body.isEmpty()) {
            return send(request.POST(HttpRequest.BodyPublishers.noBody()));
        }
        return send(request.header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Submits what is in quarantine again, as it is where the body is empty. */
    Answer resubmit(String hospital, JsonNode quarantined, String body) {
        String path = "/v1/quarantine/" + quarantined.get("id").asString() + "/resubmit";
        return post(path, tokens.hospital(hospital), "application/json", body);
    }

    /** Posts a form of one field, as a page does. */
    Answer postForm(String path, String token, String field, String value) {
        return post(path, token, "application/x-www-form-urlencoded", field + "=" + URLEncoder.encode(value, UTF_8));
    }

    Answer erase(String path, String token) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    Answer askWithoutToken(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    /** Proves the record as the registry's staff do, against what was written down. */
    Proof verification(String... known) {
        return proof(verification(tokens.admin(), String.join("\n", known)));
    }

    Answer verification(String token, String known) {
        return post("/v1/verification", token, "text/plain", known);
    }

    /** Makes the documents anew as the registry's staff do. */
    Proof rebuild(String replace, String... known) {
        return proof(post("/v1/rebuild" + replace, tokens.admin(), "text/plain", String.join("\n", known)));
    }

    Answer post(String path, String token) {
        return post(path, token, "", "");
    }

    private static Proof proof(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    answer.status() + ": " + answer.response().body());
        }
        return Proof.of(answer.response().body());
    }

    /** The sum of a metric over its labels; 0 where it is not there. */
    double metric(String name) {
        double[] series = askWithoutToken("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(number -> number.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(number))
                .toArray();
        return series.length == 0 ? Double.NaN : Arrays.stream(series).sum();
    }

    private URI address(String path) {
        return URI.create(path).isAbsolute() ? URI.create(path) : URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /** What was answered. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
