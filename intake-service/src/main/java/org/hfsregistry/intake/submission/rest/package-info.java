/**
 * Takes outcomes over HTTP and answers what became of them.
 *
 * <p>Owns: the paths and media types of submitting, the limits of a body, problems with their codes. Door of:
 * {@code submission}. May use: Spring MVC, Jackson, Micrometer, the caller that {@code access} found. Never: a body held
 * whole where it is a batch, content of a request in the log.
 */
@NullMarked
package org.hfsregistry.intake.submission.rest;

import org.jspecify.annotations.NullMarked;
