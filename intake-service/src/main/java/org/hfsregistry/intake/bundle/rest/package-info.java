/**
 * Takes bundles over HTTP and answers in the words in which they came.
 *
 * <p>Owns: the path of bundles, how long one may be, the status of an answer. Door of: {@code bundle}. May use:
 * {@code http}, Spring MVC, the caller that {@code access} found. Never: a resource (the door {@code fhir} knows them),
 * content of a request in the log.
 */
@NullMarked
package org.hfsregistry.intake.bundle.rest;

import org.jspecify.annotations.NullMarked;
