/**
 * Tells a hospital the pseudonyms of its own patients.
 *
 * <p>Owns: {@code /v1/pseudonyms}. A door: its types are package-private. May use: its room, {@code access}, {@code http}, Jackson.
 * Never: say a raw patient id again, log one, or keep one beyond the request.
 */
@NullMarked
package org.hfsregistry.intake.pseudonym.rest;

import org.jspecify.annotations.NullMarked;
