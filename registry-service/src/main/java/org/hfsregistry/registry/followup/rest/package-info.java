/**
 * The follow-up list by HTTP.
 *
 * <p>Owns: {@code /v1/follow-up}. May use: {@code followup}, {@code access}, {@code paging}. Never: another hospital's
 * operations, a patient.
 */
@NullMarked
package org.hfsregistry.registry.followup.rest;

import org.jspecify.annotations.NullMarked;
