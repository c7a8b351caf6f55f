package org.hfsregistry.intake.bundle.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.intake.bundle.BundledResult;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** What became of a Bundle, in FHIR: an entry for an entry, each with an OperationOutcome. No patient id is told. */
final class Answer {

    private static final int UNTELLING = 3;

    private final FhirContext fhir;
    private final Bundle bundle = new Bundle();

    Answer(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Adds the entry of an outcome. */
    void add(OutcomeDraft draft, BundledResult result, Set<String> patientIds) {
        String at = draft.anchor().path();
        switch (result) {
            case BundledResult.Accepted(Outcome outcome, List<Fault> warnings) -> {
                OperationOutcome issues = entry("202 Accepted");
                tell(issues, "ACCEPTED", at, "accepted as the " + named(outcome, patientIds));
                warn(issues, draft, warnings);
            }
            case BundledResult.Checked(Outcome outcome, List<Fault> warnings) -> {
                OperationOutcome issues = entry("200 OK");
                tell(issues, "CHECKED", at, "not kept: a dry run. It would be the " + named(outcome, patientIds));
                warn(issues, draft, warnings);
            }
            case BundledResult.Refused(List<Fault> faults) -> {
                OperationOutcome issues = entry("422 Unprocessable Entity");
                faults.forEach(fault -> add(issues, IssueSeverity.ERROR, fault, draft::path));
            }
            case BundledResult.HeldBack(List<Fault> warnings) -> {
                OperationOutcome issues = entry("424 Failed Dependency");
                tell(
                        issues,
                        "HELD_BACK",
                        at,
                        "this has no fault, and is not kept since another entry of the transaction has");
                warn(issues, draft, warnings);
            }
            case BundledResult.NotKept notKept ->
                add(
                        entry("503 Service Unavailable"),
                        IssueSeverity.ERROR,
                        new Fault(
                                "BROKER_UNAVAILABLE",
                                at,
                                null,
                                "the outcome has no fault, and could not be kept",
                                "send the Bundle again later; repeats count once"),
                        UnaryOperator.identity());
        }
    }

    private static String named(Outcome outcome, Set<String> patientIds) {
        return "%s %s in revision %d"
                .formatted(outcome.type().code(), without(patientIds, outcome.outcomeId()), outcome.revision());
    }

    /** Adds an entry that is no outcome, and has faults of its own. */
    void addRefused(List<Fault> faults, Set<String> patientIds) {
        OperationOutcome issues = entry("422 Unprocessable Entity");
        for (Fault fault : faults) {
            String message = without(patientIds, fault.message());
            Fault told = new Fault(fault.code(), fault.field(), null, message, fault.fix());
            add(issues, IssueSeverity.ERROR, told, path -> without(patientIds, path));
        }
    }

    /** Adds an entry that tells something of an outcome, or nothing yet. */
    void addContext(Entry entry, List<String> readFor) {
        OperationOutcome issues = entry("200 OK");
        if (readFor.isEmpty()) {
            tell(
                    issues,
                    "NOT_USED",
                    entry.path(),
                    "nothing is kept of this: no outcome in this Bundle takes anything from it");
        } else {
            tell(issues, "READ", entry.path(), "read for the outcome of " + String.join(", ", readFor));
        }
    }

    byte[] bundle(boolean transaction) {
        bundle.setType(transaction ? BundleType.TRANSACTIONRESPONSE : BundleType.BATCHRESPONSE);
        return bytes(bundle);
    }

    /** Instead of a Bundle, where none was read. */
    byte[] refusal(Fault fault) {
        OperationOutcome issues = new OperationOutcome();
        add(issues, IssueSeverity.ERROR, fault, UnaryOperator.identity());
        return bytes(issues);
    }

    private byte[] bytes(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private OperationOutcome entry(String status) {
        OperationOutcome issues = new OperationOutcome();
        bundle.addEntry().getResponse().setStatus(status).setOutcome(issues);
        return issues;
    }

    private void tell(OperationOutcome issues, String code, String path, String message) {
        add(issues, IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, code, path, message);
    }

    private void warn(OperationOutcome issues, OutcomeDraft draft, List<Fault> warnings) {
        warnings.forEach(warning -> add(issues, IssueSeverity.WARNING, warning, draft::path));
    }

    private void add(OperationOutcome issues, IssueSeverity severity, Fault fault, UnaryOperator<String> path) {
        String diagnostics = fault.message() + ": " + fault.fix();
        add(issues, severity, type(fault.code()), fault.code(), path.apply(fault.field()), diagnostics);
    }

    private void add(
            OperationOutcome issues,
            IssueSeverity severity,
            IssueType type,
            String code,
            String path,
            String diagnostics) {
        OperationOutcome.OperationOutcomeIssueComponent issue = issues.addIssue();
        issue.setSeverity(severity).setCode(type).setDiagnostics(diagnostics);
        issue.getDetails().addCoding().setSystem(Terms.FAULT).setCode(code);
        issue.addExpression(path);
    }

    private static IssueType type(String code) {
        return switch (code) {
            case "MALFORMED_JSON", "NOT_A_BUNDLE", "NOT_R4" -> IssueType.STRUCTURE;
            case "MISSING_FIELD", "NO_PATIENT_ID", "NO_COURSE", "NO_KNOWN_CODING" -> IssueType.REQUIRED;
            case "UNKNOWN_CODE", "UNKNOWN_COMPONENT" -> IssueType.CODEINVALID;
            case "UNKNOWN_RESOURCE", "UNKNOWN_OBSERVATION", "METHOD_NOT_TAKEN", "UNKNOWN_BUNDLE_TYPE" ->
                IssueType.NOTSUPPORTED;
            case "NOT_IN_BUNDLE", "NO_ASSESSMENT", "READS_A_REFUSED_ENTRY" -> IssueType.NOTFOUND;
            case "BEFORE_TREATED", "BORN_AFTER_TREATED", "IN_FUTURE", "OTHER_PATIENT", "SIDES_DIFFER", "UNUSUAL_DOSE" ->
                IssueType.BUSINESSRULE;
            case "BROKER_UNAVAILABLE" -> IssueType.TRANSIENT;
            default -> IssueType.INVALID;
        };
    }

    /** For texts with words of the sender: ids that were made out of a patient's, names of elements that are not known. */
    private static String without(Set<String> patientIds, String text) {
        String told = text;
        for (String id : patientIds) {
            if (id.length() > UNTELLING) {
                told = told.replace(id, "…");
            }
        }
        return told;
    }
}
