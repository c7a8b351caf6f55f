package org.hfsregistry.registry.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.patient;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.bson.Document;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever is done to merges behind the registry's back is found and named; what the registry does itself is not. */
class MergeProofIT {

    private final Tokens tokens = new Tokens();

    @TempDir
    private Path folder;

    private Surroundings surroundings;
    private Registry registry;

    @BeforeEach
    void start() {
        surroundings = new Surroundings(Platform.forTests(), tokens, folder);
        registry = Registry.start(surroundings, "--hfs.registry.seal-every=50ms");
        surroundings.submit(of(1, "o-1", "t-1"), of(2, "o-2", "t-2"), of(3, "o-3", "t-3"), of(4, "o-4", "t-4"));
    }

    @AfterEach
    void stop() {
        registry.close();
        surroundings.close();
    }

    @Test
    void an_altered_merge_is_named_with_what_is_altered() {
        String undone = merge(1, 2);
        String undoing = undo(1, 2);
        String standing = merge(2, 1);
        assertProved();

        assertThat(whereSet(standing, "state", "undone")).isEqualTo("merge-differs: state");
        assertThat(whereSet(undone, "state", "standing")).isEqualTo("merge-differs: state");
        assertThat(whereSet(standing, "merged", patient(3).value())).isEqualTo("merge-differs: patients");
        assertThat(whereSet(undoing, "undoes", false)).isEqualTo("merge-differs: kind");
        assertThat(whereSet(undoing, "by", "somebody")).isEqualTo("merge-differs: when and by whom it was asked for");
        assertThat(whereSet(undoing, "treatments", 7)).isEqualTo("merge-differs: how much it changed");
        assertThat(whereSet(undoing, "done", false)).isEqualTo("merge-differs: that it was carried out");
        assertThat(whereSet(undoing, "state", "unheard-of")).isEqualTo("merge-differs: it can't be read");
        assertProved();
    }

    @Test
    void a_merge_that_was_taken_away_or_put_there_is_named() {
        String standing = merge(1, 2);
        Document before = Objects.requireNonNull(merges().findOneAndDelete(Filters.eq("_id", standing)));
        assertThat(finding(standing)).isEqualTo("merge-missing: it was decided and is not there");

        String elsewhere = standing.substring(0, standing.length() - 4) + "9999";
        merges().insertOne(before);
        before.put("_id", elsewhere);
        merges().insertOne(before);
        assertThat(finding(elsewhere)).isEqualTo("merge-added: it is there, and was never decided");
        merges().deleteOne(Filters.eq("_id", elsewhere));
        assertProved();
    }

    @Test
    void what_an_erasure_left_of_merges_is_proved_too() {
        String erased = merge(1, 2);
        undo(1, 2);
        merge(1, 2);
        merge(3, 4);
        registry.erase("/v1/patients/" + patient(2).value() + "?basis=GDPR", tokens.hospital(HOSPITAL));
        followed();
        String ofErased = merge(3, 1);
        assertProved();

        assertThat(whereSet(erased, "state", "standing")).isEqualTo("merge-differs: state");
        assertThat(whereSet(ofErased, "state", "erased")).isEqualTo("merge-differs: state");
        assertProved();
    }

    private static Outcome of(int patient, String outcomeId, String treatmentId) {
        return Examples.assessment(HOSPITAL, outcomeId, 1, treatmentId, patient(patient), TREATED, 365, SpasmGrade.E0);
    }

    private String merge(int stays, int goes) {
        return carriedOut(registry.post(
                "/v1/patients/" + patient(stays).value() + "/merges",
                tokens.hospital(HOSPITAL),
                "application/json",
                "{\"mergedPatientId\":\"" + patient(goes).value() + "\"}"));
    }

    private String undo(int stays, int goes) {
        return carriedOut(registry.erase(
                "/v1/patients/" + patient(stays).value() + "/merges/"
                        + patient(goes).value(),
                tokens.hospital(HOSPITAL)));
    }

    private String carriedOut(Registry.Answer accepted) {
        assertThat(accepted.status()).isEqualTo(202);
        followed();
        return accepted.json().get("id").asString();
    }

    private void followed() {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofMinutes(1))
                .until(() -> surroundings.followed(registry));
    }

    private void assertProved() {
        followed();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> registry.verification().count("unsealedEntries") == 0);
        assertThat(registry.verification().findings()).isEmpty();
    }

    private MongoCollection<Document> merges() {
        return registry.database().getCollection("merges");
    }

    private String whereSet(String id, String field, Object value) {
        Document before = Objects.requireNonNull(registry.stored("merges").get(id));
        merges().updateOne(Filters.eq("_id", id), new Document("$set", new Document(field, value)));
        String finding = finding(id);
        merges().replaceOne(Filters.eq("_id", id), before);
        return finding;
    }

    /** The one finding, which is of that merge: what, and what its message ends with. */
    private String finding(String id) {
        Proof proof = registry.verification();
        assertThat(proof.findings()).hasSize(1);
        JsonNode finding = proof.findings().getFirst();
        assertThat(finding.get("hospitalId").asString()).isEqualTo(HOSPITAL);
        assertThat("%05d-%019d"
                        .formatted(
                                finding.get("partition").asInt(),
                                finding.get("offset").asLong()))
                .isEqualTo(id);
        String message = finding.get("message").asString();
        return finding.get("what").asString() + message.substring(message.lastIndexOf(':'));
    }
}
