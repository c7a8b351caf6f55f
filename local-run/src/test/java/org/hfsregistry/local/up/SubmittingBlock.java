package org.hfsregistry.local.up;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of lines of docs/submitting.md that a person is to type, and what it says is printed then.
 *
 * @param printed empty where it says nothing; {@code …} stands for anything within a line
 */
record SubmittingBlock(String lines, String printed) {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```\n((?:```\n.*?```)?)", Pattern.DOTALL);

    private static final long PATIENCE_SECONDS = 60;

    /** All of them, in their order. */
    static List<SubmittingBlock> all() throws IOException {
        String document = Files.readString(RegistryScript.PROJECT.resolve("docs/submitting.md"));
        return BLOCK.matcher(document)
                .results()
                .map(block -> new SubmittingBlock(
                        block.group(1), block.group(2).replace("```", "").strip()))
                .toList();
    }

    /** What it needs is on this machine. Where it is not, the log says so. */
    boolean canBeTyped() throws Exception {
        boolean curl = lines.contains("curl ") || lines.contains("submit.sh");
        return (!curl || isThere("curl", "--version"))
                && (!lines.contains("submit.py") || isThere("python3", "--version"))
                && (!lines.contains("submit.R") || isThere("Rscript", "-e", "library(httr2); library(jsonlite)"));
    }

    private static boolean isThere(String... command) throws Exception {
        boolean there;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            there = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            there = false;
        }
        if (!there) {
            System.out.printf("%s is not here, so what needs it was not run%n", String.join(" ", command));
        }
        return there;
    }

    /** Of what is printed. */
    String pattern() {
        return printed.lines()
                .map(line -> Stream.of(line.strip().split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")))
                .collect(Collectors.joining("\\s*\n\\s*"));
    }
}
