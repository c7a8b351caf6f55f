package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the registry exports is what intake takes. */
class ExportIT {

    private static final String OPERATION = """
            {"type":"mvd-outcome","outcomeId":"e-1","revision":2,"patientId":"90210-7","treatmentId":"t-e-1","side":"left",\
            "treatedOn":"2021-05-03","assessedOn":"2022-05-03","spasmGrade":"E1","spasmReductionPct":97.5,\
            "complications":[{"kind":"facial-palsy","course":"transient"},{"kind":"hearing-loss","course":"permanent"}],\
            "qualityOfLife":{"instrument":"hfs-7","score":3},"patient":{"birthYear":1961,"sex":"female",\
            "triggers":["stress","fatigue"]},"operation":{"vessels":["aica","va"],"monitored":true}}""";
    private static final String INJECTION = """
            {"type":"botox-relief","outcomeId":"e-2","patientId":"90210-7","treatmentId":"t-e-2","side":"left",\
            "treatedOn":"2020-05-03","injectionNumber":3,"product":"onabotulinum","doseUnits":22.5,"responded":true,\
            "reliefEndedOn":"2020-08-03"}""";
    private static final String PROFILE = """
            {"type":"hospital-profile","outcomeId":"e-3","name":"St. \\"Example\\", Süd; first","country":"DE",\
            "mri3t":true,"team":["neurosurgeon","neurologist"]}""";

    @ParameterizedTest
    @CsvSource({"ndjson, application/x-ndjson", "csv, text/csv"})
    void submitted_again_it_counts_as_what_came_before(String format, String type) throws Exception {
        Hospital hospital = new Hospital(SharedRun.get(), "h-export-" + format);
        List.of(OPERATION, INJECTION, PROFILE).forEach(hospital::submits);
        List<String> ids = List.of("e-1", "e-2", "e-3");
        ids.forEach(id -> awaitStatus(hospital, id, "registered"));

        Answer exported = read(hospital, "/v1/export?format=" + format);
        String account = hospital.post(
                        "/v1/outcomes/batch",
                        type,
                        hospital.token(),
                        exported.response().body())
                .response()
                .body();

        assertThat(account).contains("\"received\":3").contains("\"accepted\":3");
        ids.forEach(id -> awaitStatus(hospital, id, "duplicate"));
        assertThat(read(hospital, "/v1/quarantine").json().size()).isZero();
    }

    private static void awaitStatus(Hospital hospital, String outcomeId, String status) {
        await().atMost(Hospital.PATIENCE).untilAsserted(() -> {
            JsonNode receipt = hospital.receipt(outcomeId).json();
            assertThat(receipt.path("status").asString("")).as("%s", receipt).isEqualTo(status);
        });
    }

    private static Answer read(Hospital hospital, String path) {
        return LocalHttp.get(hospital.run().at(Server.REGISTRY, path), hospital.token());
    }
}
