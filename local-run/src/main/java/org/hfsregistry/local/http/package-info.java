/**
 * Talking to the run's servers over HTTP.
 *
 * <p>Owns: one client, what an answer is, and the sentence for a server that does not answer. Doors: {@link
 * org.hfsregistry.local.http.LocalHttp}. May use: {@code java.net.http}, Jackson, {@code run} for its refusal. Never: what
 * is asked, or of whom.
 */
@NullMarked
package org.hfsregistry.local.http;

import org.jspecify.annotations.NullMarked;
