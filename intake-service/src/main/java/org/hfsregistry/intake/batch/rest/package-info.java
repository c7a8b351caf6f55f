/**
 * Takes batches over HTTP and answers with lines of JSON.
 *
 * <p>Owns: the path of batches, which format is read by whom, how results become lines, what a client leaves unread and where
 * that lies. Door of: {@code batch}. May use: {@code http}, Spring MVC, Jackson, the caller that {@code access} found. Never:
 * a batch or its report held in memory, content of a request in the log.
 */
@NullMarked
package org.hfsregistry.intake.batch.rest;

import org.jspecify.annotations.NullMarked;
