package org.hfsregistry.local.leash;

import java.io.IOException;
import java.io.OutputStream;

/** Ends a service's JVM in its own orderly way when whoever started it is gone, however it went. */
public final class Leash {

    private Leash() {}

    /**
     * Called by the JVM before the service's main method. The starter holds the other end of this process's input and
     * writes nothing: the input ends when the starter does.
     */
    public static void premain(String arguments) {
        Thread.ofPlatform().daemon().name("leash").start(Leash::endWithTheInput);
    }

    private static void endWithTheInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException theOtherEndBroke) {
            // As good as an end of the input.
        }
        System.exit(0);
    }
}
