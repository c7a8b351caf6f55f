/**
 * The quarantine by HTTP.
 *
 * <p>Owns: {@code /v1/quarantine}. May use: {@code quarantine}, {@code access}, the contract's JSON. Never: what another
 * hospital sent.
 */
@NullMarked
package org.hfsregistry.registry.quarantine.rest;

import org.jspecify.annotations.NullMarked;
