package org.hfsregistry.local.service;

import java.net.URI;
import java.util.Locale;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/**
 * One process of a service; there may be several of one service, which share its work.
 *
 * @param name what people call it, and its log
 */
public record Instance(Server service, String name, int port) {

    /** The one that a run has of a service. */
    public static Instance only(Server service, Addresses addresses) {
        return new Instance(service, service.name().toLowerCase(Locale.ROOT), addresses.port(service));
    }

    /** Where it listens, to be resolved against. */
    public URI address() {
        return URI.create("http://" + Addresses.HOST + ":" + port);
    }
}
