package org.hfsregistry.local.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints all of it, or one command. */
@Command(name = "help", header = "Prints the help of all commands, or of one.", helpCommand = true)
final class HelpCommand implements Runnable {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    private @Nullable String command;

    @ParentCommand
    private @Nullable RegistryCommand parent;

    @Override
    public void run() {
        CommandLine registry = Objects.requireNonNull(parent).line();
        PrintWriter out = registry.getOut();
        if (command != null) {
            one(registry, command).usage(out);
            return;
        }
        registry.usage(out);
        registry.getSubcommands().values().forEach(each -> {
            out.println();
            each.usage(out);
        });
    }

    private static CommandLine one(CommandLine registry, String command) {
        return Optional.ofNullable(registry.getSubcommands().get(command))
                .orElseThrow(() ->
                        new CommandLine.ParameterException(registry, RegistryCommand.noCommand(registry, command)));
    }
}
