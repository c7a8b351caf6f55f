package org.hfsregistry.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

/** Has the documents made anew out of the history, and says how many differ. */
@Command(
        name = "rebuild",
        header = "Makes treatments and hospitals anew out of the history.",
        description = {
            "Makes treatments and hospitals anew out of the history, beside those that are there, and says how many differ."
                    + " With --replace those are put right and published, so that every number follows; not where the"
                    + " history itself is not proved.",
            "The exit code is 0 only where nothing is wrong, or all that was is put right."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--seals",
            paramLabel = "FILE",
            description = "Makes nothing anew where the history is not that of the seals of this file, as for verify.")
    private @Nullable Path known;

    @Option(names = "--replace", description = "Puts right what differs, and publishes all documents.")
    private boolean replace;

    @Override
    public Integer call() {
        List<String> seals = SealsFile.sealsOf(known);
        ProofScreen screen = new ProofScreen(System.out);
        Proved proved = new Proving(
                        data.running().addresses().of(Server.REGISTRY),
                        data.tokens().admin(),
                        screen)
                .rebuild(seals, replace);
        screen.close(proved);
        System.out.printf(
                Locale.ROOT,
                "%,d of %,d documents differ from what the history makes of them, %,d were put right%n",
                proved.differing(),
                proved.documents(),
                proved.replaced());
        return proved.isPutRight() ? 0 : 1;
    }
}
