package org.hfsregistry.intake.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** Answers as the registry does, where outcomes arrive a moment after they were accepted: the second time they are asked for. */
public final class RegistryStandIn implements AutoCloseable {

    private final HttpServer server;
    private final Set<String> askedBefore = ConcurrentHashMap.newKeySet();
    private final Queue<String> bearers = new ConcurrentLinkedQueue<>();

    /** On a free port of this machine. */
    public RegistryStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/outcomes", this::answer);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Who asked, by their tokens. */
    public List<String> bearers() {
        return List.copyOf(bearers);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bearers.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        List<String> asked = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .getOrDefault("outcomeId", List.of());
        byte[] json = asked.stream()
                .filter(id -> !askedBefore.add(id))
                .map(RegistryStandIn::receipt)
                .collect(Collectors.joining(",", "{\"receipts\":[", "]}"))
                .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(asked.contains("unfit") ? 500 : 200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    /** Ids tell it what to answer. */
    private static String receipt(String id) {
        boolean conflict = id.contains("conflict");
        return """
                {"outcomeId":"%s","hospitalId":"h","revision":1,"status":"%s",%s"submittedAt":"%s","registeredAt":"%s",\
                "position":{"partition":0,"offset":1}}""".formatted(
                        id,
                        conflict ? "quarantined" : "registered",
                        conflict ? "\"reason\":\"the same revision came with other content\"," : "",
                        Instant.now(),
                        Instant.now());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
