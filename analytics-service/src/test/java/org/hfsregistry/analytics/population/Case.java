package org.hfsregistry.analytics.population;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.FollowUpEnded;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.jspecify.annotations.Nullable;

/** A treatment told in days after it was done, and the document that the registry would hold of it. */
public final class Case {
    /** The day of the treatment unless another is given. */
    public static final LocalDate DAY = LocalDate.of(2020, 1, 15);

    private final String hospital;
    private final String treatment;
    private final int patient;
    private LocalDate treatedOn = DAY;
    private Side side = Side.LEFT;
    private long version = 1;
    private Instant changedAt = Examples.NOON;
    private @Nullable PatientDescription person;
    private @Nullable OperationDescription findings;
    private BotoxRelief.Product product = BotoxRelief.Product.ONABOTULINUM;
    private int injectionNumber = 1;
    private double doseUnits = 20;
    private final List<Reported<TreatmentOutcome>> outcomes = new ArrayList<>();
    private final List<Withdrawn> withdrawn = new ArrayList<>();

    private Case(String hospital, String treatment, int patient) {
        this.hospital = hospital;
        this.treatment = treatment;
        this.patient = patient;
    }

    /** A treatment of a patient. */
    public static Case of(String hospital, String treatment, int patient) {
        return new Case(hospital, treatment, patient);
    }

    /** The day it was done. */
    public LocalDate day() {
        return treatedOn;
    }

    /** Done on another day. */
    public Case on(LocalDate day) {
        treatedOn = day;
        return this;
    }

    /** On a side. */
    public Case on(Side other) {
        side = other;
        return this;
    }

    /** Of a person with these, in what is reported from now on. */
    public Case of(@Nullable Sex sex, @Nullable Integer birthYear, @Nullable Etiology etiology) {
        person = new PatientDescription(birthYear, sex, etiology, List.of(), null, null, null, null);
        return this;
    }

    /** Of the same person, whose spasm began in that year, in what is reported from now on. */
    public Case sickSince(int year) {
        PatientDescription before = Optional.ofNullable(person).orElseThrow();
        person = new PatientDescription(
                before.birthYear(), before.sex(), before.etiology(), List.of(), year, null, null, null);
        return this;
    }

    /** With these findings, in what is reported from now on. */
    public Case found(List<Vessel> vessels, @Nullable Boolean repeatOperation) {
        findings = new OperationDescription(null, vessels, null, null, repeatOperation, null, null);
        return this;
    }

    /** With a preparation, as an injection by its number, in what is reported from now on. */
    public Case with(BotoxRelief.Product other, int number) {
        product = other;
        injectionNumber = number;
        return this;
    }

    /** With so many units, in what is reported from now on. */
    public Case dose(double units) {
        doseUnits = units;
        return this;
    }

    /** As it is by a version. */
    public Case version(long number) {
        version = number;
        return this;
    }

    /** Changed last then. */
    public Case changedAt(Instant when) {
        changedAt = when;
        return this;
    }

    /** Assessed so many days after the operation. */
    public Case assessed(int day, SpasmGrade grade) {
        return assessed(day, grade, null, 0);
    }

    /** Assessed with both grades, submitted so many seconds after the others. */
    public Case assessed(int day, SpasmGrade grade, @Nullable ComplicationGrade complication, int seconds) {
        return add(
                new MvdOutcome(
                        nextId(),
                        1,
                        hospital,
                        Examples.patient(patient),
                        treatment,
                        side,
                        treatedOn,
                        treatedOn.plusDays(day),
                        grade,
                        null,
                        complication,
                        List.of(),
                        null,
                        person,
                        findings),
                seconds);
    }

    /** Came back so many days after the operation. */
    public Case recurred(int day, boolean confirmed) {
        return add(
                new MvdRecurrence(
                        nextId(),
                        1,
                        hospital,
                        Examples.patient(patient),
                        treatment,
                        side,
                        treatedOn,
                        treatedOn.plusDays(day),
                        confirmed,
                        null),
                0);
    }

    /** Followed up so many days. */
    public Case ended(int day, FollowUpEnded.Reason reason) {
        return add(
                new FollowUpEnded(
                        nextId(),
                        1,
                        hospital,
                        Examples.patient(patient),
                        treatment,
                        treatedOn,
                        treatedOn.plusDays(day),
                        reason),
                0);
    }

    /** With an outcome that does not count here any more. */
    public Case withdrawn(Withdrawn.Reason reason) {
        withdrawn.add(new Withdrawn(treatment + "-w" + withdrawn.size(), 1, reason, new Position(0, 100)));
        return this;
    }

    /** An injection whose relief ended so many days after it. */
    public Case relievedUpTo(int day) {
        return injected(true, treatedOn.plusDays(day), null, List.of());
    }

    /** An injection whose relief still lasted so many days after it. */
    public Case stillRelievedOn(int day) {
        return injected(true, null, treatedOn.plusDays(day), List.of());
    }

    /** An injection that did not help. */
    public Case notRelieved() {
        return injected(false, null, null, List.of());
    }

    /** A report of an injection. */
    public Case injected(
            boolean responded, @Nullable LocalDate ended, @Nullable LocalDate still, List<Complication.Kind> adverse) {
        return add(
                new BotoxRelief(
                        nextId(),
                        1,
                        hospital,
                        Examples.patient(patient),
                        treatment,
                        side,
                        treatedOn,
                        injectionNumber,
                        product,
                        doseUnits,
                        responded,
                        null,
                        null,
                        ended,
                        still,
                        adverse.stream()
                                .map(kind -> new Complication(kind, Complication.Course.TRANSIENT))
                                .toList(),
                        null,
                        person),
                0);
    }

    private String nextId() {
        return treatment + "-o" + outcomes.size();
    }

    private Case add(TreatmentOutcome outcome, int seconds) {
        outcomes.add(new Reported<>(
                outcome,
                new Position(0, outcomes.size()),
                Examples.NOON.plusSeconds(seconds),
                Examples.NOON.plusSeconds(seconds),
                "client"));
        return this;
    }

    /** The document, its outcomes in the order of their ids as the registry keeps them. */
    public TreatmentDocument document() {
        return new TreatmentDocument(
                hospital,
                treatment,
                version,
                changedAt,
                outcomes.stream()
                        .sorted(Comparator.comparing(
                                reported -> reported.outcome().outcomeId()))
                        .toList(),
                withdrawn);
    }
}
