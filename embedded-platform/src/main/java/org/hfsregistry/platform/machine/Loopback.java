package org.hfsregistry.platform.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** The one address that servers of this platform listen on, and its free ports. */
public final class Loopback {

    /** IPv4, so that client and server mean the same one whatever the machine calls {@code localhost}. */
    public static final String ADDRESS = "127.0.0.1";

    /*
     * Below the ports that systems hand out to clients (Linux from 32768, others from 49152). A server that is stopped
     * for a while could otherwise find its port taken by a client, even by one that was trying to reach that very port.
     */
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;

    private Loopback() {}

    /** A port nobody listens on at this moment. */
    public static int freePort() {
        for (int tries = LOWEST; tries <= HIGHEST; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ServerUnavailable(
                "No port from %d to %d is free on %s".formatted(LOWEST, HIGHEST, ADDRESS),
                "Stop something that listens there.");
    }

    /** Where a server of this platform listens. */
    public static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), port);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(at(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
