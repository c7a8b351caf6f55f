/**
 * A hospital's treatments by HTTP.
 *
 * <p>Owns: {@code /v1/treatments}. May use: {@code treatment}, {@code access}, {@code paging}, the contract's JSON. Never:
 * another hospital's treatment.
 */
@NullMarked
package org.hfsregistry.registry.treatment.rest;

import org.jspecify.annotations.NullMarked;
