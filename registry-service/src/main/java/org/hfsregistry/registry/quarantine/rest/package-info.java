/**
 * The quarantine by HTTP.
 *
 * <p>Owns: {@code /v1/quarantine}. May use: {@code quarantine}, {@code access}, the contract's JSON. Never: what another
 * hospital sent; a raw patient id, which is refused before anything is kept of it.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.rest;

import org.jspecify.annotations.NullMarked;
