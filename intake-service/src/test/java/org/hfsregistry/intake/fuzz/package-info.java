/**
 * Bodies at random, for every way to submit, and what must hold for the answer to any of them.
 *
 * <p>Owns: how valid bodies are spoilt, the account that is held of answers and topic, the inputs that once told something.
 * May use: {@code running}, jqwik, Jazzer. Never: an expectation of one body alone.
 */
@NullMarked
package org.hfsregistry.intake.fuzz;

import org.jspecify.annotations.NullMarked;
