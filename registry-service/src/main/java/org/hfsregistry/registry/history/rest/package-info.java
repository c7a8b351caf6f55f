/**
 * What came of a treatment, by HTTP.
 *
 * <p>Owns: {@code /v1/treatments/{treatmentId}/history}. May use: {@code history}, {@code access}, {@code paging}, the
 * contract's JSON. Never: another hospital's history.
 */
@NullMarked
package org.hfsregistry.registry.history.rest;

import org.jspecify.annotations.NullMarked;
