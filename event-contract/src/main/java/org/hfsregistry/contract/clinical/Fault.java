package org.hfsregistry.contract.clinical;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of an outcome, or odd about it, said to the person who has to mend it.
 *
 * @param code stable, upper case with underscores
 * @param field the path of the field, such as {@code complications[0].kind}; empty for the outcome as a whole
 * @param value what was sent, shortened; absent where it may be personal or there is none
 * @param message what is wrong
 * @param fix what to do about it
 */
public record Fault(String code, String field, @Nullable String value, String message, String fix) {}
