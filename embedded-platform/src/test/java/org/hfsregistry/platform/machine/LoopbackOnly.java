package org.hfsregistry.platform.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.stream.Stream;

/** Asks where a port answers. */
public final class LoopbackOnly {

    private static final int WITHIN_MILLIS = 1000;

    private LoopbackOnly() {}

    /** Whether it answers where it should. */
    public static boolean answers(int port) {
        return answers(Loopback.at(port));
    }

    /** Whether it answers at another address of this machine, as what listens on all of them does. */
    public static boolean answersElsewhere(int port) throws SocketException {
        InetAddress anotherLoopback = InetAddress.ofLiteral("127.0.0.2");
        return Stream.concat(
                        Stream.of(anotherLoopback),
                        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .filter(address -> !address.equals(InetAddress.ofLiteral(Loopback.ADDRESS)))
                .anyMatch(address -> answers(new InetSocketAddress(address, port)));
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, WITHIN_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
