package org.hfsregistry.intake.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hfsregistry.contract.caller.Claim;
import org.hfsregistry.contract.caller.Scope;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider with a page of its own, on which a person signs in as a hospital by a button. */
public final class SignInIssuer implements AutoCloseable {

    private static final String CLIENT = "pages";
    private static final long VALID_SECONDS = 600;

    private final String hospitalId;
    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** On a free port of this machine. */
    public SignInIssuer(String hospitalId) throws IOException, JOSEException {
        this.hospitalId = hospitalId;
        this.key = new RSAKeyGenerator(2048).keyID("test").generate();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/authorize", this::signInPage);
        server.createContext("/token", this::token);
        server.createContext(
                "/keys", exchange -> answer(exchange, "application/json", new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/end", exchange -> answer(exchange, "text/html", "<h1>You have signed out</h1>"));
        server.start();
    }

    /** What a service is told of it. */
    public String[] settings() {
        String client = "--spring.security.oauth2.client.registration.hfs.";
        String provider = "--spring.security.oauth2.client.provider.hfs.";
        String jwt = "--spring.security.oauth2.resourceserver.jwt.";
        return new String[] {
            jwt + "public-key-location=",
            jwt + "issuer-uri=" + address(),
            jwt + "jwk-set-uri=" + address() + "/keys",
            "--hfs.access.end-session-uri=" + address() + "/end",
            client + "client-id=" + CLIENT,
            client + "client-secret=of-the-test",
            client + "authorization-grant-type=authorization_code",
            client + "redirect-uri={baseUrl}/login/oauth2/code/hfs",
            client + "scope=openid",
            provider + "authorization-uri=" + address() + "/authorize",
            provider + "token-uri=" + address() + "/token",
            provider + "jwk-set-uri=" + address() + "/keys",
            provider + "user-name-attribute=sub",
        };
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void signInPage(HttpExchange exchange) throws IOException {
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        String code = "code-" + nonces.size();
        nonces.put(code, decoded(asked, "nonce"));
        answer(exchange, "text/html", """
                <form action="%s"><input type="hidden" name="code" value="%s"><input type="hidden" name="state" value="%s">\
                <button id="sign-in">Sign in as %s</button></form>""".formatted(
                        HtmlUtils.htmlEscape(decoded(asked, "redirect_uri")),
                        code,
                        HtmlUtils.htmlEscape(decoded(asked, "state")),
                        hospitalId));
    }

    private static String decoded(MultiValueMap<String, String> asked, String name) {
        return URLDecoder.decode(Objects.requireNonNull(asked.getFirst(name)), UTF_8);
    }

    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String code = Objects.requireNonNull(UriComponentsBuilder.fromUriString("?" + form)
                .build()
                .getQueryParams()
                .getFirst("code"));
        String access = signed(claims().claim("client_id", CLIENT)
                .claim(Claim.HOSPITAL_ID, hospitalId)
                .claim("scope", Scope.SUBMIT + " " + Scope.READ_RECORDS));
        String identity = signed(claims().audience(CLIENT).claim("nonce", nonces.remove(code)));
        answer(
                exchange,
                "application/json",
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of("access_token", access, "token_type", "Bearer", "id_token", identity)));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject("a person of " + hospitalId)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(VALID_SECONDS)));
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

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
