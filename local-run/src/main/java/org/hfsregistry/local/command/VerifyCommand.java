package org.hfsregistry.local.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.hfsregistry.local.proof.ProofScreen;
import org.hfsregistry.local.proof.Proved;
import org.hfsregistry.local.proof.Proving;
import org.hfsregistry.local.proof.SealsFile;
import org.hfsregistry.local.run.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the record proved, and says what is wrong with it. */
@Command(
        name = "verify",
        header = "Proves that the record was not altered.",
        description = {
            "Proves that the history of the run was not altered, by its seals, and that treatments and hospitals are what the"
                    + " history makes of them. The registry goes on meanwhile.",
            "Seals that are kept elsewhere prove that nothing was sealed anew or cut off; the registry's log has them, too."
                    + " The exit code is 0 only where nothing is wrong."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--seals",
            paramLabel = "FILE",
            description = "Compares with the seals of this file: of --write-seals, or a log of the registry.")
    private @Nullable Path known;

    @Option(
            names = "--write-seals",
            paramLabel = "FILE",
            description = "Adds the last seal of each partition to this file; keep it where nobody can change it.")
    private @Nullable Path write;

    @Override
    public Integer call() {
        List<String> seals = SealsFile.sealsOf(known);
        ProofScreen screen = new ProofScreen(System.out);
        Proved proved = new Proving(
                        data.running().addresses().of(Server.REGISTRY),
                        data.tokens().admin(),
                        screen)
                .verify(seals);
        screen.close(proved);
        if (write != null) {
            new SealsFile(write).add(Instant.now(), proved.heads());
        } else {
            proved.heads().forEach(System.out::println);
        }
        return proved.findings().isEmpty() ? 0 : 1;
    }
}
