/**
 * Erasures by HTTP.
 *
 * <p>Owns: {@code DELETE /v1/patients} and {@code /v1/erasures}. May use: {@code erasure}, {@code quarantine} (whether the log
 * answers), {@code access}, {@code paging}, the contract's pseudonyms. Never: say again, or log, what stands in the address for a
 * patient: it may be a raw patient id.
 */
@NullMarked
package org.hfsregistry.registry.erasure.rest;

import org.jspecify.annotations.NullMarked;
