package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.hfsregistry.contract.caller.Scope;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tools.jackson.databind.JsonNode;

/** Each access to records is noted, without personal data, and its hospital sees it. */
class AuditIT {

    private static final String OWN = "h-own";
    private static final String OTHER = "h-other";
    private static final int TREATMENTS = 7;

    /** What leads on to a page that is noted; what the service can be asked for; what went wrong. */
    private static final Set<String> WITHOUT_RECORDS =
            Set.of("/quarantine/{id}/resubmit", "/openapi.json", "/openapi.yaml", "/error");

    @TempDir
    private Path folder;

    private Surroundings surroundings;
    private Registry registry;

    @BeforeEach
    void start() {
        surroundings = new Surroundings(Platform.forTests(), new Tokens(), folder);
        surroundings.submit(
                IntStream.range(0, TREATMENTS).mapToObj(AuditIT::outcome).toList());
        registry = Registry.start(surroundings);
        await().atMost(Duration.ofMinutes(1)).until(() -> surroundings.followed(registry));
    }

    @AfterEach
    void stop() {
        registry.close();
        surroundings.close();
    }

    @Test
    void says_who_asked_for_which_kind_of_records_and_how_many_were_handed_out() {
        registry.get(OWN, "/v1/treatments?limit=5");
        registry.get(OWN, "/v1/treatments/t-3");
        registry.get(OWN, "/v1/treatments/t-99");
        registry.get(OWN, "/v1/outcomes?outcomeId=o-1&outcomeId=o-2&outcomeId=o-99");
        registry.get(OWN, "/v1/export?format=csv");
        registry.get(OWN, "/v1/treatments?hospitalId=" + OTHER);
        registry.get(OWN, "/v1/treatments?limit=0");
        registry.getAsAdmin("/v1/treatments/t-3/history?hospitalId=" + OWN);
        registry.getAsAdmin("/v1/export");

        assertThat(audit(OWN, 10))
                .containsExactlyInAnyOrder(
                        "client-of-h-own of h-own: GET /v1/treatments of h-own: 5 answered",
                        "client-of-h-own of h-own: GET /v1/treatments/{treatmentId} of h-own: 1 answered",
                        "client-of-h-own of h-own: GET /v1/treatments/{treatmentId} of h-own: 0 not-found",
                        "client-of-h-own of h-own: GET /v1/outcomes of h-own: 2 answered",
                        "client-of-h-own of h-own: GET /v1/export of h-own: 0 begun",
                        "client-of-h-own of h-own: GET /v1/export of h-own: 7 answered",
                        "client-of-h-own of h-own: GET /v1/treatments of h-own: 0 refused",
                        "admin of -: GET /v1/treatments/{treatmentId}/history of h-own: 1 answered",
                        "admin of -: GET /v1/export of -: 0 begun",
                        "admin of -: GET /v1/export of -: 7 answered");
        assertThat(registry.stored("accesses").values())
                .extracting(Document::toJson)
                .noneMatch(json -> json.contains("t-3") || json.contains(OTHER) || json.contains("o-1"))
                .noneMatch(json -> json.contains(Examples.patient(1).value()));
    }

    @Test
    void whatever_can_be_read_is_noted_but_what_is_named_here_as_handing_out_no_records() {
        Set<String> readable = registry.mappings().getHandlerMethods().keySet().stream()
                .filter(AuditIT::canBeRead)
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(readable).containsAll(WITHOUT_RECORDS).contains("/records/{treatmentId}", "/v1/treatments");
        readable.removeAll(WITHOUT_RECORDS);

        readable.forEach(this::read);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(registry.stored("accesses").values())
                        .filteredOn(access -> !access.getString("result").equals("begun"))
                        .extracting(access -> access.getString("request"))
                        .containsExactlyInAnyOrderElementsOf(readable.stream()
                                .map(pattern -> "GET " + pattern)
                                .toList()));
    }

    private void read(String pattern) {
        if (pattern.startsWith("/v1/")) {
            registry.get(OWN, address(pattern));
        } else {
            registry.page(OWN, address(pattern), "en");
        }
    }

    private static boolean canBeRead(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    /** With ids in it, of which some are there. */
    private static String address(String pattern) {
        String address = pattern.replace("{treatmentId}", "t-1")
                .replace("{outcomeId}", "o-1")
                .replace("{id}", "00001-0000000000000000001");
        return pattern.equals("/v1/outcomes") ? address + "?outcomeId=o-1" : address;
    }

    @Test
    void what_is_in_the_way_of_a_request_tells_of_records_and_is_noted() {
        String patients = "/v1/patients/" + Examples.patient(1).value() + "/merges/"
                + Examples.patient(2).value();
        assertThat(registry.erase(patients, surroundings.tokens().hospital(OWN)).status())
                .isEqualTo(409);

        assertThat(audit(OWN, 1))
                .containsExactly("client-of-h-own of h-own: DELETE"
                        + " /v1/patients/{patientId}/merges/{mergedPatientId} of h-own: 0 answered");
    }

    @Test
    void a_proof_is_of_everybodys_records_whoever_of_the_staff_asks_for_it() {
        registry.database().getCollection("treatments").deleteOne(Filters.eq("_id", OWN + "/t-3"));
        String ofHospital = surroundings.tokens().token("operator", OTHER, Scope.ADMIN);
        assertThat(registry.verification(ofHospital, "").status()).isEqualTo(200);

        assertThat(audit(OWN, 2))
                .containsExactlyInAnyOrder(
                        "operator of h-other: POST /v1/verification of -: 0 begun",
                        "operator of h-other: POST /v1/verification of -: 1 answered");
    }

    /** It has more to tell than the connection holds, so it can't have come to its end. */
    @Test
    void a_proof_that_nobody_waits_for_is_told_as_broken_off() throws IOException {
        registry.database()
                .getCollection("treatments")
                .insertMany(IntStream.range(0, 40_000)
                        .mapToObj(number -> new Document("_id", "%0100d".formatted(number)))
                        .toList());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), registry.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/rebuild HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                    + surroundings.tokens().admin() + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoLinger(true, 0); // so that the server learns of it
        }

        assertThat(audit(OWN, 2))
                .hasSize(2)
                .contains("admin of -: POST /v1/rebuild of -: 0 begun")
                .anySatisfy(access -> assertThat(access)
                        .startsWith("admin of -: POST /v1/rebuild of -: ")
                        .endsWith(" broken-off"));
    }

    @Test
    void a_hospital_sees_the_accesses_to_its_own_records_only() {
        registry.get(OWN, "/v1/treatments");
        registry.get(OTHER, "/v1/quarantine");
        registry.getAsAdmin("/v1/quarantine?hospitalId=" + OTHER);

        assertThat(audit(OWN, 1)).containsExactly("client-of-h-own of h-own: GET /v1/treatments of h-own: 7 answered");
        assertThat(audit(OTHER, 2)).noneMatch(access -> access.contains(OWN));
        assertThat(registry.get(OWN, "/v1/audit?hospitalId=" + OTHER).status()).isEqualTo(403);
        assertThat(registry.getAsAdmin("/v1/audit?hospitalId=" + OTHER).json().size())
                .isGreaterThanOrEqualTo(2);
        assertThat(registry.getAsAdmin("/v1/audit").json().valueStream().map(AuditIT::told))
                .contains("client-of-h-own of h-own: GET /v1/treatments of h-own: 7 answered");
    }

    @Test
    void days_and_pages_can_be_asked_for() {
        IntStream.range(0, 5).forEach(_ -> registry.get(OWN, "/v1/quarantine"));
        audit(OWN, 5);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        List<String> seen = new ArrayList<>();
        String next = "/v1/audit?limit=2&from=" + today.minusDays(1) + "&to=" + today.plusDays(1);
        while (!next.isEmpty() && seen.size() < 5) {
            Registry.Answer page = registry.get(OWN, next);
            page.json().forEach(access -> seen.add(access.get("request").asString()));
            String link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen.subList(0, 5)).containsOnly("GET /v1/quarantine");
        assertThat(registry.get(OWN, "/v1/audit?to=" + today.minusDays(2))
                        .json()
                        .size())
                .isZero();
        assertThat(registry.get(OWN, "/v1/audit?from=" + today.plusDays(2))
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void none_is_missing_after_a_clean_stop() {
        int reads = 150;
        IntStream.range(0, reads).forEach(_ -> registry.get(OWN, "/v1/treatments/t-1"));

        registry.close();
        registry = Registry.start(surroundings);

        assertThat(registry.stored("accesses").values())
                .filteredOn(access -> access.getString("request").equals("GET /v1/treatments/{treatmentId}"))
                .hasSize(reads);
    }

    /** What a hospital is shown, but for that it looked, as soon as there are so many. */
    private List<String> audit(String hospitalId, int many) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> registry.get(hospitalId, "/v1/audit")
                                .json()
                                .valueStream()
                                .filter(access ->
                                        !access.get("request").asString().equals("GET /v1/audit"))
                                .map(AuditIT::told)
                                .toList(),
                        accesses -> accesses.size() >= many);
    }

    private static String told(JsonNode access) {
        return "%s of %s: %s of %s: %d %s"
                .formatted(
                        access.get("clientId").asString(),
                        access.path("callerHospital").asString("-"),
                        access.get("request").asString(),
                        access.path("hospitalId").asString("-"),
                        access.get("records").asLong(),
                        access.get("result").asString());
    }

    private static Outcome outcome(int number) {
        return Examples.assessment(
                OWN, "o-" + number, 1, "t-" + number, Examples.patient(number), Examples.TREATED, 365, SpasmGrade.E0);
    }
}
