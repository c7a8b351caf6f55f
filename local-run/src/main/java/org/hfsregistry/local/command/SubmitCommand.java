package org.hfsregistry.local.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.RunRecord;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.submission.Account;
import org.hfsregistry.local.submission.OutcomeFile;
import org.hfsregistry.local.submission.Submission;
import org.hfsregistry.local.submission.SubmissionScreen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file as a hospital, and says what became of its rows. */
@Command(
        name = "submit",
        header = "Submits a file of outcomes as a hospital, or only checks it.",
        description = {
            "Sends a file of outcomes to intake, and prints the rejected rows and the closing account. The file is a table"
                    + " (CSV), NDJSON or a JSON array, gzip or not.",
            "The exit code is 0 only where every row was accepted. Sending a file again is harmless: repeats count once."
        },
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Parameters(
            paramLabel = "FILE",
            description = "A table with a header (.csv), one outcome a line (.ndjson) or an array (.json); .gz too.")
    private Path file = Path.of("");

    @Option(
            names = "--hospital",
            paramLabel = "ID",
            converter = HospitalId.class,
            description = "The hospital that submits; where none is given, the hospitalId of the file's first row.")
    private @Nullable String hospital;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = Types.class,
            description = "What all rows of a table without a column type are: mvd-outcome, botox-relief and so on.")
    private @Nullable OutcomeType type;

    @Option(names = "--dry-run", description = "Checks only; nothing is kept.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        OutcomeFile outcomes = new OutcomeFile(file);
        OutcomeFile.Format format = outcomes.format();
        if (type != null && format != OutcomeFile.Format.TABLE) {
            throw new CannotBeDone(
                    file + " is no table, and --type is for tables", "In JSON each outcome says its own type.");
        }
        String submits = Optional.ofNullable(hospital).orElseGet(outcomes::hospitalOfFirstRow);
        RunRecord run = data.running();
        String token = data.tokens().hospital(submits);
        try (OutcomeFile.Rows rows = outcomes.rows()) {
            SubmissionScreen screen = new SubmissionScreen(System.out, rows::readPart);
            Submission submission = new Submission(run.addresses().of(Server.INTAKE), token, dryRun, screen);
            Account account = format == OutcomeFile.Format.TABLE
                    ? submission.sendTable(rows, Optional.ofNullable(type))
                    : submission.send(rows);
            if (account.received() == 0) {
                throw new CannotBeDone(file + " has no rows", "Name a file of outcomes.");
            }
            screen.close(account, dryRun);
            if (account.accepted() > 0 && !dryRun) {
                System.out.printf(
                        "What becomes of them: GET %s/v1/outcomes?outcomeId=ID&outcomeId=ID (up to 50), with the bearer token of"
                                + " ./registry token --hospital %s%s%n",
                        run.addresses().of(Server.REGISTRY), submits, data.forTheNext());
            }
            return account.rejected() == 0 ? 0 : 1;
        }
    }

    private static final class Types extends Choices<OutcomeType> {
        Types() {
            super(OutcomeType.class, OutcomeType::code);
        }
    }
}
