package org.hfsregistry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerAwayIT {

    @Test
    void starts_without_the_issuer_and_answers_503_where_a_token_can_not_be_checked(@TempDir Path folder)
            throws IOException {
        String issuer = "http://127.0.0.1:" + portThatNobodyListensOn();
        String jwt = "--spring.security.oauth2.resourceserver.jwt.";
        try (RunningIntake intake = new RunningIntake(
                folder,
                Platform.forTests().kafkaBootstrap(),
                "issuer.",
                jwt + "public-key-location=",
                jwt + "issuer-uri=" + issuer,
                jwt + "jwk-set-uri=" + issuer + "/keys")) {
            HttpResponse<String> answer = intake.submit("h-01", RawOutcomes.assessment("o-1"));
            assertThat(answer.body()).contains("\"code\":\"ISSUER_UNAVAILABLE\"");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
    }

    private static int portThatNobodyListensOn() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
