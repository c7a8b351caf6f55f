package org.hfsregistry.faults;

import org.hfsregistry.faults.command.FaultsCommand;

/** What {@code java -jar fault-harness.jar} runs. */
public final class FaultHarness {

    private FaultHarness() {}

    /** The exit code is 0 where nothing was lost or doubled. */
    public static void main(String[] arguments) {
        System.exit(FaultsCommand.execute(arguments));
    }
}
