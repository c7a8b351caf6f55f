package org.hfsregistry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.access.AccessRules;
import org.hfsregistry.access.Caller;
import org.hfsregistry.access.Demand;
import org.hfsregistry.contract.fixture.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.annotation.CurrentSecurityContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with an open path, a hospital's path and an admin's path, on a free port of this machine. */
final class RunningService implements AutoCloseable {

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext running;

    RunningService(String... settings) {
        Stream<String> own = Stream.of(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + tokens.publicKey());
        running = new SpringApplicationBuilder(Service.class)
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
    }

    /** The same with a sign-in, under the name "tested". */
    static RunningService withSignIn(TestIssuer issuer, String... more) {
        return new RunningService(
                Stream.of(Stream.of("--spring.application.name=tested"), Stream.of(issuer.settings()), Stream.of(more))
                        .flatMap(settings -> settings)
                        .toArray(String[]::new));
    }

    Tokens tokens() {
        return tokens;
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:" + running.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    TestClock clock() {
        return running.getBean(TestClock.class);
    }

    Answer get(String path, String token) {
        return ask("GET", path, Optional.of("Bearer " + token));
    }

    Answer getWithoutToken(String path) {
        return ask("GET", path, Optional.empty());
    }

    Answer ask(String method, String path, Optional<String> authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).method(method, BodyPublishers.noBody());
        authorization.ifPresent(value -> request.header("Authorization", value));
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.close();
        http.close();
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Service.Answers.class)
    static class Service {

        @Bean
        AccessRules rules() {
            return AccessRules.open("/open")
                    .page("/", Demand.hospitalWith("records.read"))
                    .page("/page/**", Demand.hospitalWith("records.read"))
                    .page("/numbers")
                    .ask("/records/**", Demand.hospitalWith("records.read"), Demand.scope("registry.admin"))
                    .ask("/admin", Demand.scope("registry.admin"));
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @RestController
        static class Answers {

            @PostMapping(path = "/open", consumes = "application/json")
            Map<String, Object> takesJson(@RequestBody String body) {
                return Map.of("body", body);
            }

            @PostMapping("/records")
            Map<String, Object> takes(@AuthenticationPrincipal Caller caller, @RequestBody String body) {
                return Map.of("client", caller.clientId(), "body", body);
            }

            @PostMapping("/page/form")
            Map<String, Object> takesForm(@AuthenticationPrincipal Caller caller, @RequestParam String typed) {
                return Map.of("client", caller.clientId(), "typed", typed);
            }

            @GetMapping("/records/number")
            Map<String, Object> takesNumber(@RequestParam int of) {
                return Map.of("number", of);
            }

            @GetMapping("/records/token")
            Map<String, Object> relays(
                    @CurrentSecurityContext(expression = "authentication.credentials") String token) {
                return Map.of("token", token);
            }

            @GetMapping({"/", "/page/of-a-hospital", "/numbers"})
            Map<String, Object> page(@AuthenticationPrincipal @Nullable Caller caller, HttpServletRequest request) {
                return Map.of(
                        "page",
                        request.getRequestURI(),
                        "query",
                        Objects.requireNonNullElse(request.getQueryString(), ""),
                        "client",
                        caller == null ? "nobody" : caller.toString());
            }

            @GetMapping({"/open", "/records", "/admin", "/forgotten"})
            Map<String, Object> whoCalls(@AuthenticationPrincipal @Nullable Caller caller) {
                return Map.of("client", caller == null ? "nobody" : caller.clientId());
            }
        }
    }
}
