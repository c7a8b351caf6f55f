package org.hfsregistry.registry.treatment;

/** Where hospitals are kept. */
public interface Hospitals extends Dossiers<Hospital> {}
