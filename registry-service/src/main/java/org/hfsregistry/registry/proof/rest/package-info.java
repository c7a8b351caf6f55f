/**
 * Proves the record when the registry's staff ask for it, and puts it right when they say so.
 *
 * <p>Owns: {@code /v1/verification}, {@code /v1/rebuild}. Door of: {@code proof}. May use: {@code access}, {@code paging} (to say what was
 * handed out), Spring MVC, Jackson.
 * Never: two at a time; an answer that was broken off and looks whole.
 */
@NullMarked
package org.hfsregistry.registry.proof.rest;

import org.jspecify.annotations.NullMarked;
