/**
 * Merges by HTTP.
 *
 * <p>Owns: {@code /v1/patients/{patientId}/merges} and {@code /v1/merges}. May use: {@code merging}, {@code quarantine} (whether the
 * log answers), {@code access}, {@code paging}, the contract's pseudonyms. Never: say again, or log, what stands in a request for a
 * patient: it may be a raw patient id.
 */
@NullMarked
package org.hfsregistry.registry.merging.rest;

import org.jspecify.annotations.NullMarked;
