/**
 * Takes batches as newline-delimited JSON over HTTP and answers with lines of JSON.
 *
 * <p>Owns: the path of batches, how lines become rows and results lines, what a client leaves unread and where that lies.
 * Door of: {@code batch}. May use: {@code http}, Spring MVC, Jackson, the caller that {@code access} found. Never: a batch
 * or its report held in memory, content of a request in the log.
 */
@NullMarked
package org.hfsregistry.intake.batch.ndjson;

import org.jspecify.annotations.NullMarked;
