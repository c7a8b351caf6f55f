package org.hfsregistry.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hfsregistry.access.signin.SignIn;
import org.hfsregistry.contract.caller.Claim;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID provider that knows one client and lets in whoever comes, as the person it was told. It checks what a provider has
 * to: the client's secret, the address to go back to, and that who brings a code has the verifier of its challenge.
 */
final class TestIssuer implements AutoCloseable {

    static final String AUDIENCE = "hfs-outcomes-registry";
    static final Duration VALID = Duration.ofMinutes(30);
    private static final String CLIENT = "pages";
    private static final String SECRET = "secret-of-the-test";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

    /** What the next access tokens and ID tokens say besides what they have to. */
    volatile UnaryOperator<JWTClaimsSet.Builder> person = claims -> claims;

    volatile UnaryOperator<JWTClaimsSet.Builder> identity = claims -> claims;

    TestIssuer() throws IOException, JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("test").generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a service is told of it. */
    String[] settings() {
        String client = "--spring.security.oauth2.client.registration.hfs.";
        String provider = "--spring.security.oauth2.client.provider.hfs.";
        String jwt = "--spring.security.oauth2.resourceserver.jwt.";
        return new String[] {
            jwt + "public-key-location=",
            jwt + "issuer-uri=" + address(),
            jwt + "jwk-set-uri=" + address() + "/keys",
            "--hfs.access.audience=" + AUDIENCE,
            "--hfs.access.end-session-uri=" + address() + "/end",
            client + "client-id=" + CLIENT,
            client + "client-secret=" + SECRET,
            client + "authorization-grant-type=authorization_code",
            client + "redirect-uri={baseUrl}" + SignIn.RETURNS,
            client + "scope=openid",
            provider + "authorization-uri=" + address() + "/authorize",
            provider + "token-uri=" + address() + "/token",
            provider + "jwk-set-uri=" + address() + "/keys",
            provider + "user-name-attribute=sub",
        };
    }

    void isHospital(String id) {
        person = claims -> claims.claim(Claim.HOSPITAL_ID, id).claim("scope", "openid records.read outcomes.submit");
    }

    String accessToken() {
        return signed(person.apply(claims().audience(AUDIENCE)
                .claim("client_id", CLIENT)
                .expirationTime(Date.from(Instant.now().plus(VALID)))));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        asked.put(code, parameters);
        URI back = UriComponentsBuilder.fromUriString(parameters.getOrDefault("redirect_uri", ""))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .build(parameters.getOrDefault("state", ""));
        exchange.getResponseHeaders().set("Location", back.toString());
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> parameters = parameters(body);
        Map<String, String> begun = asked.remove(parameters.getOrDefault("code", ""));
        String pair = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (begun == null
                || !("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !"S256".equals(begun.get("code_challenge_method"))
                || !challenge(parameters.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))
                || !begun.getOrDefault("redirect_uri", "?").equals(parameters.get("redirect_uri"))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String idToken = signed(identity.apply(claims().audience(CLIENT)
                .claim("nonce", begun.get("nonce"))
                .claim("name", "Ada Example")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))));
        answer(
                exchange,
                200,
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("access_token", accessToken(), "token_type", "Bearer", "id_token", idToken)));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer(address()).subject("ada").issueTime(Date.from(Instant.now()));
    }

    private String signed(JWTClaimsSet.Builder claims) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : List.of(form.split("&"))) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
