/**
 * What may be asked.
 *
 * <p>Owns: questions with their definitions, which treatments count, by what groups are told apart, and which questions are
 * too fine for others than the hospital itself. Doors: none. May use: {@code cohort}, {@code treatment}, {@code
 * disclosure}. Never: a number.
 */
@NullMarked
package org.hfsregistry.analytics.question;

import org.jspecify.annotations.NullMarked;
