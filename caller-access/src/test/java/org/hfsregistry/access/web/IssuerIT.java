package org.hfsregistry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.access.web.AccessIT.assertProblem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.hfsregistry.access.web.RunningService.Answer;
import org.junit.jupiter.api.Test;

class IssuerIT {

    @Test
    void starts_without_the_issuer_and_answers_503_where_a_token_can_not_be_checked() throws IOException {
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String issuer = "http://127.0.0.1:" + silent.getLocalPort();
            String jwt = "--spring.security.oauth2.resourceserver.jwt.";
            try (RunningService service = new RunningService(
                    jwt + "public-key-location=",
                    jwt + "issuer-uri=" + issuer,
                    jwt + "jwk-set-uri=" + issuer + "/keys")) {
                Answer answer = service.get("/records", service.tokens().admin());

                assertProblem(answer, 503, "ISSUER_UNAVAILABLE");
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(service.getWithoutToken("/open").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void takes_only_tokens_for_its_audience_where_one_is_set() {
        try (RunningService service = new RunningService("--hfs.access.audience=hfs-outcomes-registry")) {
            String own = service.tokens().adminFor("hfs-outcomes-registry", "account");
            String foreign = service.tokens().adminFor("another");

            assertThat(service.get("/admin", own).status()).isEqualTo(200);
            assertProblem(service.get("/admin", foreign), 401, "BAD_TOKEN");
            assertProblem(service.get("/admin", service.tokens().admin()), 401, "BAD_TOKEN");
        }
    }

    @Test
    void looks_at_no_audience_where_none_is_set() {
        try (RunningService service = new RunningService("--hfs.access.audience=")) {
            assertThat(service.get("/admin", service.tokens().adminFor("another"))
                            .status())
                    .isEqualTo(200);
        }
    }
}
