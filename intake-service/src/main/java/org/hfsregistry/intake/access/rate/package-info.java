/**
 * Holds each hospital to a rate of requests.
 *
 * <p>Owns: the quota of a hospital, what of it is left, and the fields of an answer that say so. Door of: {@code access}. May
 * use: {@code http}, Bucket4j, the servlets' filter, the caller that {@code access} found. Never: a request without a caller,
 * which must not fill memory; a body.
 */
@NullMarked
package org.hfsregistry.intake.access.rate;

import org.jspecify.annotations.NullMarked;
