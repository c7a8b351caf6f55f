package org.hfsregistry.contract.registered;

/** Where in the log of submitted outcomes something stands. */
public record Position(int partition, long offset) {}
