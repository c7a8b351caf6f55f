/**
 * Sending outcomes to intake as a hospital does.
 *
 * <p>Owns: how a file goes in parts, the account of what became of its rows, and how it is shown. Doors: {@link
 * org.hfsregistry.local.submission.Submission}. May use: {@code http}, {@code run} for its refusal, {@code figures} for
 * tables, Jackson. Never: what an
 * outcome means.
 */
@NullMarked
package org.hfsregistry.local.submission;

import org.jspecify.annotations.NullMarked;
