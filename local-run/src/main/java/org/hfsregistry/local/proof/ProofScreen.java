package org.hfsregistry.local.proof;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hfsregistry.local.figures.TextTable;

/** Shows a proof: how far it is while it goes on, then what is wrong and what it came to. */
public final class ProofScreen implements ProofReport {

    private static final int FINDINGS_SHOWN = 50;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean personLooksOn =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private final List<Finding> first = new ArrayList<>();
    private long more;
    private Instant told = Instant.now();

    /** On a terminal, or what stands for it. */
    public ProofScreen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void found(Finding finding) {
        if (first.size() < FINDINGS_SHOWN) {
            first.add(finding);
        } else {
            more++;
        }
    }

    @Override
    public void reached(Proved soFar) {
        if (personLooksOn) {
            out.print("\r" + words(soFar));
            out.flush();
        } else if (told.plus(BETWEEN_LINES).isBefore(Instant.now())) {
            told = Instant.now();
            out.println(words(soFar));
        }
    }

    /** Shows what it came to. */
    public void close(Proved proved) {
        if (personLooksOn) {
            out.println();
        }
        if (!first.isEmpty()) {
            TextTable table = new TextTable(4, List.of("what", "where", "position", "message"));
            first.forEach(each -> table.add(List.of(each.what(), each.where(), each.position(), each.message())));
            table.lines().forEach(out::println);
        }
        if (more > 0) {
            out.printf(Locale.ROOT, "... and %,d more%n", more);
        }
        out.println(words(proved));
        out.println(
                proved.findings().isEmpty()
                        ? "Proved: nothing was altered, and the documents are what the history makes of them."
                        : "NOT PROVED: "
                                + proved.findings().entrySet().stream()
                                        .map(each ->
                                                String.format(Locale.ROOT, "%,d %s", each.getValue(), each.getKey()))
                                        .collect(Collectors.joining(", ")));
    }

    private static String words(Proved proved) {
        return String.format(
                Locale.ROOT,
                "%,d seals of %,d entries, %,d entries not sealed yet, %,d documents",
                proved.seals(),
                proved.sealedEntries(),
                proved.unsealedEntries(),
                proved.documents());
    }
}
