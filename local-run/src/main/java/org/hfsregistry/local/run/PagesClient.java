package org.hfsregistry.local.run;

import java.util.List;
import java.util.stream.Stream;

/** The client that the pages of the services are to the issuer of a run. */
public final class PagesClient {

    /** Its name. */
    public static final String ID = "pages";

    /** Where on a service a sign-in comes back to. */
    public static final String RETURN = "/login/oauth2/code/hfs";

    private PagesClient() {}

    /** The addresses of a path on each service, as people may write them. */
    public static List<String> onEachService(Addresses addresses, String path) {
        return Stream.of(Server.ANALYTICS, Server.INTAKE, Server.REGISTRY)
                .map(addresses::port)
                .flatMap(port ->
                        Stream.of(Addresses.HOST, "localhost").map(host -> "http://" + host + ":" + port + path))
                .toList();
    }
}
