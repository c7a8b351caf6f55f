/**
 * The page and what its scripts ask for, by HTTP.
 *
 * <p>Owns: {@code /} with its template and words, and {@code /receipts}. Door of: {@code page}. May use: {@code http},
 * {@code access}, Spring MVC, page-look's layout. Never: a word that stands in the code, a token in an answer.
 */
@NullMarked
package org.hfsregistry.intake.page.web;

import org.jspecify.annotations.NullMarked;
