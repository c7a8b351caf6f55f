/**
 * Takes single outcomes over HTTP and answers what became of them.
 *
 * <p>Owns: the path of one outcome, its receipt, and the answer while the broker is away. Door of: {@code submission}. May
 * use: {@code http}, Spring MVC, the caller that {@code access} found. Never: content of a request in the log.
 */
@NullMarked
package org.hfsregistry.intake.submission.rest;

import org.jspecify.annotations.NullMarked;
