package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hfsregistry.analytics.population.Case;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.hfsregistry.analytics.running.SmallRegistry;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Server-sent events of a running analytics, read by an ordinary client. */
@Timeout(120)
class ChangesIT {

    @RegisterExtension
    private static final SmallRegistry small = new SmallRegistry("changes");

    private static final RunningAnalytics analytics = small.analytics();

    private static int operations = 1_000;

    private static void operate(String hospital) {
        operations++;
        small.registry()
                .register(Case.of(hospital, "t-" + operations, operations)
                        .assessed(300, SpasmGrade.E0)
                        .document());
    }

    @Test
    void everybody_hears_of_hospitals_whose_public_numbers_change_and_a_hospital_of_its_own() {
        HttpResponse<Stream<String>> answer = analytics.listen();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        try (Events anybody = new Events(answer);
                Events other = new Events(analytics.listen(
                        "Authorization", "Bearer " + analytics.tokens().hospital(SmallRegistry.OTHER_HOSPITAL)))) {
            long version =
                    JsonPath.<Number>read(anybody.next(), "$.dataVersion").longValue();
            assertThat(version).isEqualTo(small.registry().documents());
            assertThat(anybody.id).isEqualTo(Long.toString(version));
            other.next();

            operate(SmallRegistry.OTHER_HOSPITAL);
            assertThat(JsonPath.<List<String>>read(anybody.next(), "$.hospitals"))
                    .as("two operations are too few to be seen")
                    .isEmpty();
            assertThat(JsonPath.<List<String>>read(other.next(), "$.hospitals"))
                    .containsExactly(SmallRegistry.OTHER_HOSPITAL);

            operate(Examples.HOSPITAL);
            String seen = anybody.next();
            assertThat(JsonPath.<List<String>>read(seen, "$.hospitals")).containsExactly(Examples.HOSPITAL);
            assertThat(JsonPath.<Number>read(seen, "$.dataVersion").longValue()).isEqualTo(version + 2);
            try (Events back = new Events(analytics.listen("Last-Event-ID", Long.toString(version)))) {
                assertThat(JsonPath.<List<String>>read(back.next(), "$.hospitals"))
                        .containsExactly(Examples.HOSPITAL);
            }
        }
        try (Events strange = new Events(analytics.listen("Last-Event-ID", "strange"))) {
            assertThat(JsonPath.<Boolean>read(strange.next(), "$.all")).isTrue();
        }
    }

    @Test
    void lines_are_kept_alive_are_no_more_than_may_be_and_end_with_the_service() throws Exception {
        CompletableFuture<Boolean> ends;
        try (RunningAnalytics one =
                small.another("hfs.analytics.changes.most-listeners=1", "hfs.analytics.changes.beat-every=50ms")) {
            Events events = new Events(one.listen());
            events.next();
            assertThat(events.comment()).isEqualTo(":beat");

            HttpResponse<String> refused = one.get("/v1/changes", "Accept", "text/event-stream");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(JsonPath.<String>read(refused.body(), "$.code")).isEqualTo("TOO_MANY_LISTENERS");
            // the client closes when it has had the end of the line, and that comes after all beats were read
            ends = CompletableFuture.supplyAsync(events::ends);
        }
        assertThat(ends.get()).as("it is ended and not broken off").isTrue();
    }

    @Test
    void a_bad_token_and_another_form_are_refused() {
        assertThat(analytics.getAs("nonsense", "/v1/changes").statusCode()).isEqualTo(401);
        assertThat(analytics.get("/v1/changes", "Accept", "application/json").statusCode())
                .isEqualTo(406);
    }

    /** What a client reads, event by event. */
    private static final class Events implements AutoCloseable {
        private final Stream<String> lines;
        private final Iterator<String> line;
        private String id = "";

        private Events(HttpResponse<Stream<String>> answer) {
            lines = answer.body();
            line = lines.iterator();
        }

        /** The data of the next event. */
        private String next() {
            while (true) {
                String read = line.next();
                if (read.startsWith("id:")) {
                    id = read.substring("id:".length());
                } else if (read.startsWith("data:")) {
                    return read.substring("data:".length());
                }
            }
        }

        private String comment() {
            while (true) {
                String read = line.next();
                if (read.startsWith(":")) {
                    return read;
                }
            }
        }

        private boolean ends() {
            while (line.hasNext()) {
                line.next();
            }
            return true;
        }

        @Override
        public void close() {
            lines.close();
        }
    }
}
