package org.hfsregistry.intake.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.bundle.BundledResult.Accepted;
import org.hfsregistry.intake.bundle.BundledResult.HeldBack;
import org.hfsregistry.intake.bundle.BundledResult.NotKept;
import org.hfsregistry.intake.bundle.BundledResult.Refused;
import org.hfsregistry.intake.bundle.OutcomeBundle.Part;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmitBundleTest {

    private static final Fault OWN = new Fault("NO_KNOWN_CODING", "spasmGrade", null, "no coding", "send one");

    private final List<String> tried = new ArrayList<>();
    private int keepsUpTo = Integer.MAX_VALUE;

    @Test
    void keeps_nothing_of_a_transaction_with_a_fault() {
        assertThat(submit(true, List.of(), good("o-1"), part("o-2", "E9")))
                .hasExactlyElementsOfTypes(HeldBack.class, Refused.class);
        assertThat(submit(true, List.of(OWN), good("o-1"))).hasExactlyElementsOfTypes(HeldBack.class);
        assertThat(tried).isEmpty();
    }

    @Test
    void keeps_what_is_good_of_a_batch() {
        assertThat(submit(false, List.of(OWN), good("o-1"), part("o-2", "E9"), good("o-3")))
                .hasExactlyElementsOfTypes(Accepted.class, Refused.class, Accepted.class);
        assertThat(tried).containsExactly("o-1", "o-3");
    }

    @Test
    void refuses_what_could_not_be_told_and_says_it_once() {
        String json = RawOutcomes.assessment("o-1")
                .replace(",\"spasmGrade\":\"E0\"", "")
                .replace("left", "up");
        Part grade = new Part(ByteBuffer.wrap(json.getBytes(UTF_8)), List.of(OWN));
        assertThat(submit(false, List.of(), grade))
                .singleElement()
                .satisfies(result -> assertThat(((Refused) result).faults())
                        .extracting(Fault::code)
                        .containsExactly("NO_KNOWN_CODING", "UNKNOWN_CODE"));
        assertThat(submit(false, List.of(), new Part(good("o-1").json(), List.of(OWN))))
                .hasExactlyElementsOfTypes(Refused.class);
        assertThat(tried).isEmpty();
    }

    @Test
    void tries_no_more_of_a_batch_once_the_broker_is_away() {
        keepsUpTo = 1;
        assertThat(submit(false, List.of(), good("o-1"), good("o-2"), good("o-3")))
                .hasExactlyElementsOfTypes(Accepted.class, NotKept.class, NotKept.class);
        assertThat(tried).containsExactly("o-1", "o-2");
    }

    @Test
    void is_an_outage_where_nothing_or_not_the_whole_transaction_is_kept() {
        keepsUpTo = 1;
        assertThatThrownBy(() -> submit(true, List.of(), good("o-1"), good("o-2")))
                .isInstanceOf(BrokerUnavailable.class);
        keepsUpTo = 0;
        assertThatThrownBy(() -> submit(false, List.of(), good("o-1"), part("o-2", "E9")))
                .isInstanceOf(BrokerUnavailable.class);
    }

    private static Part good(String outcomeId) {
        return part(outcomeId, "E0");
    }

    private static Part part(String outcomeId, String grade) {
        return new Part(ByteBuffer.wrap(RawOutcomes.assessment(outcomeId, grade).getBytes(UTF_8)), List.of());
    }

    private List<BundledResult> submit(boolean allOrNothing, List<Fault> faults, Part... parts) {
        SubmitBundle bundles = new SubmitBundle(
                new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY)),
                event -> () -> add(event),
                Clock.fixed(Instant.parse("2024-01-15T00:00:01Z"), ZoneOffset.UTC));
        return bundles.submit(new Caller("h-01", "client-7"), new Given(allOrNothing, faults, List.of(parts)));
    }

    private CompletableFuture<@Nullable Void> add(OutcomeSubmitted event) {
        tried.add(event.outcome().outcomeId());
        return tried.size() <= keepsUpTo
                ? CompletableFuture.<@Nullable Void>completedFuture(null)
                : CompletableFuture.<@Nullable Void>failedFuture(new BrokerUnavailable("away"));
    }

    private record Given(boolean allOrNothing, List<Fault> faults, List<Part> outcomes) implements OutcomeBundle {
        @Override
        public byte[] answer(List<BundledResult> results) {
            return new byte[0];
        }
    }
}
