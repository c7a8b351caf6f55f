package org.hfsregistry.intake.pseudonym.rest;

import java.util.List;

/** Pseudonyms on the wire, in the order in which the patients were named. */
record RestPseudonyms(List<String> pseudonyms) {}
