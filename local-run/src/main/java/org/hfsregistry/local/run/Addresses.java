package org.hfsregistry.local.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Locale;

/**
 * Where the servers of a run listen: on the loopback address, on their usual ports moved by an offset.
 *
 * @param portOffset added to each port
 */
public record Addresses(int portOffset) {

    /** The one address; IPv4, so that it means the same on every machine. */
    public static final String HOST = "127.0.0.1";

    /** Whom the tokens of a run are made for. */
    public static final String AUDIENCE = "hfs-outcomes-registry";

    private static final int HIGHEST_PORT = 65_535;

    /** Refuses an offset that leads out of the ports. */
    public Addresses {
        int highest = HIGHEST_PORT - Server.ISSUER.port;
        if (portOffset < 0 || portOffset > highest) {
            throw new CannotBeDone(
                    "The port offset " + portOffset + " is not within 0 to " + highest, "Give another --port-offset.");
        }
    }

    /** The port of a server. */
    public int port(Server server) {
        return server.port + portOffset;
    }

    /** The address of a server, to be resolved against. */
    public URI of(Server server) {
        return URI.create("http://" + HOST + ":" + port(server));
    }

    /**
     * Makes sure that nothing is in the way.
     *
     * @throws CannotBeDone if another program listens on one of the ports
     */
    public void requireFree() {
        for (Server server : Server.values()) {
            requireFree(server);
        }
    }

    private void requireFree(Server server) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port(server)));
        } catch (IOException taken) {
            throw new CannotBeDone(
                    "Port %d, for %s, is in use by %s"
                            .formatted(
                                    port(server),
                                    server.name().toLowerCase(Locale.ROOT),
                                    PortHolder.of(port(server)).orElse("another program")),
                    "Stop that program, or move all ports with --port-offset, for example --port-offset %d."
                            .formatted(portOffset + 100));
        }
    }
}
