package org.hfsregistry.look;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways from each page to the pages of other services; templates ask for them by this name. */
record OtherPages(PageAddresses addresses) {

    /** Where the services are, in the order in which they are shown. */
    public List<PageAddresses.Link> links() {
        return addresses.links();
    }

    /** A page of a hospital's records; empty where nobody said where these are. */
    public Optional<URI> registry(String path) {
        return to(addresses.registry(), path);
    }

    /** A page for submitting; empty where nobody said where that is. */
    public Optional<URI> intake(String path) {
        return to(addresses.intake(), path);
    }

    private static Optional<URI> to(@Nullable URI service, String path) {
        return Optional.ofNullable(service).map(address -> address.resolve(path));
    }
}
