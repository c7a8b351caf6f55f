package org.hfsregistry.local;

import org.hfsregistry.local.command.RegistryCommand;

/** What {@code ./registry} runs. */
public final class LocalRun {

    private LocalRun() {}

    /** Does what the arguments ask for; the exit code is 0 where all of it was done. */
    public static void main(String[] arguments) {
        System.exit(RegistryCommand.execute(arguments));
    }
}
