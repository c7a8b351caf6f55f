/**
 * Asks the registry for receipts.
 *
 * <p>Owns: where the registry is, and how long it may take. Door of: {@code page}. May use: Spring's HTTP client. Never: a token
 * in a log, an answer kept.
 */
@NullMarked
package org.hfsregistry.intake.page.registry;

import org.jspecify.annotations.NullMarked;
