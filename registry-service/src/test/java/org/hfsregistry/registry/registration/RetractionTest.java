package org.hfsregistry.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.contract.fixture.Examples.HOSPITAL;
import static org.hfsregistry.contract.fixture.Examples.TREATED;
import static org.hfsregistry.contract.fixture.Examples.assessment;
import static org.hfsregistry.contract.fixture.Examples.patient;
import static org.hfsregistry.contract.fixture.Examples.retraction;
import static org.hfsregistry.registry.registration.Decided.lastOf;
import static org.hfsregistry.registry.registration.Decided.refusalOf;
import static org.hfsregistry.registry.registration.Decided.status;
import static org.hfsregistry.registry.registration.Decided.treatment;
import static org.hfsregistry.registry.registration.Decided.version;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.Retraction;
import org.hfsregistry.contract.registered.Withdrawn;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.arrival.Status;
import org.hfsregistry.registry.arrival.Verdict;
import org.junit.jupiter.api.Test;

/** What a retraction does to its outcome, before and after it comes. */
class RetractionTest {

    private static final Outcome FIRST = assessment("o-1", 1, "t-1", 365, SpasmGrade.E0);

    @Test
    void a_retraction_takes_its_outcome_away_at_every_revision() {
        Outcome later = assessment("o-1", 5, "t-1", 365, SpasmGrade.E1);
        Outcome[] stream = {FIRST, retraction("r-1", "o-1"), later};

        assertThat(lastOf(stream)).isEqualTo(new Verdict.Retracted(Optional.empty()));
        assertThat(treatment("t-1", stream).counting()).isEmpty();
        assertThat(version("t-1", stream)).isEqualTo(2);
        assertThat(status("o-1", stream)).contains(Status.RETRACTED);
        assertThat(status("r-1", stream)).contains(Status.REGISTERED);
    }

    @Test
    void a_retraction_may_come_before_its_outcome() {
        Outcome early = retraction("r-1", "o-1");

        assertThat(status("o-1", early)).isEmpty();
        assertThat(status("o-1", early, FIRST)).contains(Status.RETRACTED);
        assertThat(treatment("t-1", early, FIRST).counting()).isEmpty();
        assertThat(treatment("t-1", early, FIRST).withdrawn())
                .extracting(Withdrawn::reason)
                .containsExactly(Withdrawn.Reason.RETRACTED);
    }

    @Test
    void a_retraction_of_something_unknown_is_registered_and_waits_in_quarantine_once() {
        Outcome early = retraction("r-1", "o-1");
        Outcome again = new Retraction("r-1", 2, HOSPITAL, "o-1", "another reason");

        assertThat(waiting(early)).containsExactly("r-1 RETRACTS_UNKNOWN");
        assertThat(status("r-1", early)).contains(Status.REGISTERED);
        assertThat(waiting(early, early, again, FIRST)).containsExactly("r-1 RETRACTS_UNKNOWN");
        assertThat(waiting(FIRST, early)).isEmpty();
    }

    @Test
    void what_a_retraction_in_quarantine_says_goes_with_the_patient_of_its_outcome() {
        Log log = Log.of(List.of(
                retraction("r-1", "o-1"),
                assessment(HOSPITAL, "o-1", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0)));
        log.addErasure(HOSPITAL, patient(9));

        assertThat(log.applied().quarantine.values())
                .singleElement()
                .satisfies(held -> assertThat(held.arrival()).isInstanceOf(Arrival.Redacted.class));
    }

    private static List<String> waiting(Outcome... stream) {
        return Log.of(List.of(stream)).applied().quarantine.values().stream()
                .map(each -> each.arrival().outcomeId().orElseThrow() + " "
                        + each.refusal().code())
                .toList();
    }

    @Test
    void a_retraction_of_what_is_in_quarantine_holds_when_it_comes_mended() {
        Outcome refused = assessment(HOSPITAL, "o-2", 1, "t-1", patient(9), TREATED, 400, SpasmGrade.E0);
        Outcome mended = assessment("o-2", 1, "t-1", 400, SpasmGrade.E0);
        Outcome[] stream = {FIRST, refused, retraction("r-1", "o-2"), mended};

        assertThat(lastOf(stream)).isInstanceOf(Verdict.Retracted.class);
        assertThat(treatment("t-1", stream).counting()).hasSize(1);
    }

    @Test
    void a_retraction_of_a_retraction_is_refused_with_the_remedy() {
        assertThat(refusalOf(FIRST, retraction("r-1", "o-1"), retraction("r-2", "r-1")))
                .isEqualTo("RETRACTS_A_RETRACTION");
        assertThat(status("o-1", FIRST, retraction("r-1", "o-1"), retraction("r-2", "r-1")))
                .contains(Status.RETRACTED);
    }

    @Test
    void a_retraction_that_was_named_by_one_before_it_came_holds() {
        Outcome[] stream = {FIRST, retraction("r-2", "r-1"), retraction("r-1", "o-1")};

        assertThat(treatment("t-1", stream).counting()).isEmpty();
        assertThat(status("r-1", stream)).contains(Status.REGISTERED);
    }

    @Test
    void a_retraction_names_the_same_outcome_in_every_revision() {
        Outcome again = new Retraction("r-1", 2, HOSPITAL, "o-1", "another reason");
        Outcome another = new Retraction("r-1", 3, HOSPITAL, "o-2", "another outcome");

        assertThat(lastOf(FIRST, retraction("r-1", "o-1"), again)).isEqualTo(new Verdict.Registered(Optional.empty()));
        assertThat(refusalOf(FIRST, retraction("r-1", "o-1"), another)).isEqualTo("RETRACTS_ANOTHER");
        assertThat(version("t-1", FIRST, retraction("r-1", "o-1"), again)).isEqualTo(2);
    }

    @Test
    void an_id_is_an_outcomes_or_a_retractions() {
        assertThat(refusalOf(FIRST, retraction("o-1", "o-2"))).isEqualTo("ID_OF_AN_OUTCOME");
        Outcome other = assessment("o-2", 1, "t-2", 365, SpasmGrade.E0);
        assertThat(refusalOf(other, retraction("o-1", "o-2"), FIRST)).isEqualTo("ID_OF_A_RETRACTION");
    }
}
