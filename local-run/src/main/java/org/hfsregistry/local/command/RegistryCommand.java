package org.hfsregistry.local.command;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.json.Nearest;
import org.hfsregistry.local.run.CannotBeDone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one command, of which the others are part. */
@Command(
        name = "registry",
        description = "The HFS Outcomes Registry on this machine: start it, get tokens, submit outcomes, look at it.",
        subcommands = {
            UpCommand.class,
            TokenCommand.class,
            SubmitCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            VerifyCommand.class,
            RebuildCommand.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = RegistryCommand.BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Each command has --help. \"registry help\" prints all of it."})
public final class RegistryCommand implements Runnable {

    private final CommandLine line;

    private RegistryCommand() {
        this.line = new CommandLine(this);
    }

    /** Does it, and returns the exit code: 0 done, 1 could not be done, 2 was not understood. */
    public static int execute(String... arguments) {
        return create().execute(arguments);
    }

    static CommandLine create() {
        return new RegistryCommand()
                .line
                .setExecutionExceptionHandler(RegistryCommand::refused)
                .setParameterExceptionHandler(RegistryCommand::notUnderstood);
    }

    /** That there is no such command, which may have been meant, and which there are. */
    static String noCommand(CommandLine registry, String typed) {
        Set<String> commands = registry.getSubcommands().keySet();
        String question = Nearest.question(typed, commands);
        return "There is no command %s%sThere are %s."
                .formatted(typed, question.isEmpty() ? ". " : "; " + question, String.join(", ", commands));
    }

    /** The command with its parts, to be explained. */
    CommandLine line() {
        return line;
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        line.usage(line.getOut());
    }

    private static int notUnderstood(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !line.getSubcommands().isEmpty()) {
            err.println("registry: " + noCommand(line, unmatched.getUnmatched().getFirst()));
        } else {
            err.println(e.getMessage());
            if (!UnmatchedArgumentException.printSuggestions(e, err)) {
                line.usage(err);
            }
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static int refused(Exception e, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (!(e instanceof CannotBeDone)) {
            throw e;
        }
        PrintWriter err = line.getErr();
        err.println("registry: " + e.getMessage());
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The version that the build wrote into the jar. */
    static final class BuildVersion implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(
                            RegistryCommand.class.getPackage().getImplementationVersion())
                    .orElse("(classes of a build that is not packed)");
            return new String[] {"HFS Outcomes Registry " + version + ", on Java " + Runtime.version()};
        }
    }
}
