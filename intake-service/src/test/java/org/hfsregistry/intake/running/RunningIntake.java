package org.hfsregistry.intake.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.intake.IntakeApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Intake on a free port of this machine, with a key and an issuer of its own. */
public final class RunningIntake implements AutoCloseable {

    /** The bytes of the key are 0 to 31. */
    public static final byte[] KEY = key();

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext running;
    private final SubmittedLog log;

    /** Starts it; further settings are {@code --name=value}. */
    public RunningIntake(Path folder, String bootstrap, String prefix, String... settings) {
        Path keyFile = folder.resolve("pseudonym.key");
        try {
            Files.writeString(keyFile, Base64.getEncoder().encodeToString(KEY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.running = new SpringApplicationBuilder(IntakeApplication.class)
                .properties(
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "spring.kafka.bootstrap-servers=" + bootstrap,
                        "hfs.intake.pseudonym.key-id=k1",
                        "hfs.intake.pseudonym.key-file=" + keyFile,
                        "spring.security.oauth2.resourceserver.jwt.public-key-location=file:"
                                + tokens.publicKeyIn(folder))
                .run(withOwnPort(prefix, settings));
        this.log = new SubmittedLog(bootstrap, new Topics(prefix).submitted().name());
    }

    private static String[] withOwnPort(String prefix, String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "--server.port=0";
        all[1] = "--hfs.topics.prefix=" + prefix;
        return all;
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }

    /** Who gives tokens that it takes. */
    public Tokens tokens() {
        return tokens;
    }

    /** What it published. */
    public SubmittedLog log() {
        return log;
    }

    /** What its controllers take. */
    public RequestMappingHandlerMapping mappings() {
        return running.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** Where it listens. */
    public int port() {
        return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A request to it, with a token. */
    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + token);
    }

    /** Posts one outcome as a hospital. */
    public HttpResponse<String> submit(String hospitalId, String json) {
        return send(request("/v1/outcomes", tokens.hospital(hospitalId))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Posts a batch of lines as a hospital. */
    public HttpResponse<String> submitBatch(String hospitalId, String parameters, BodyPublisher lines) {
        return submitBatch(hospitalId, parameters, "application/x-ndjson", lines);
    }

    /** Posts a batch of some format as a hospital. */
    public HttpResponse<String> submitBatch(
            String hospitalId, String parameters, String contentType, BodyPublisher body) {
        return send(request("/v1/outcomes/batch" + parameters, tokens.hospital(hospitalId))
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** Sends a request and waits for the whole answer. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
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
}
