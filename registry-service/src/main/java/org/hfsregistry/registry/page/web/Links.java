package org.hfsregistry.registry.page.web;

import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages; staff who named a hospital stay with it. For templates, so its methods are public. */
final class Links {

    private final Optional<String> named;

    /** @param named the hospital that the address names */
    Links(Optional<String> named) {
        this.named = named;
    }

    /** The hospital that forms have to name; nothing where the reader's is meant. */
    public String hospital() {
        return named.orElse("");
    }

    /** A page. */
    public String to(String path) {
        return address(UriComponentsBuilder.fromPath(path));
    }

    /** A page with a parameter. */
    public String to(String path, String name, String value) {
        return address(UriComponentsBuilder.fromPath(path).queryParam(name, "{value}"), value);
    }

    /** A treatment. */
    public String treatment(String treatmentId) {
        return address(UriComponentsBuilder.fromPath("/records/{id}"), treatmentId);
    }

    /** A quarantined arrival. */
    public String quarantined(String id) {
        return address(UriComponentsBuilder.fromPath("/quarantine/{id}"), id);
    }

    /** Where it is submitted again. */
    public String resubmit(String id) {
        return address(UriComponentsBuilder.fromPath("/quarantine/{id}/resubmit"), id);
    }

    /** The first part of the list that these filters make. */
    String first(String path, Query query) {
        return address(filtered(path, query));
    }

    /** The part of it that comes after a cursor. */
    String next(String path, Query query, String cursor) {
        return address(filtered(path, query).queryParam(Query.CURSOR, cursor));
    }

    /** Filters have been read, so they are codes and days. */
    private static UriComponentsBuilder filtered(String path, Query query) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.filters().forEach(address::queryParam);
        return address;
    }

    private String address(UriComponentsBuilder address, Object... values) {
        named.ifPresent(hospital -> address.queryParam(Query.HOSPITAL, hospital));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
