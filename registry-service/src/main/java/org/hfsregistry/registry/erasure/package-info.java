/**
 * That a patient is erased from everything that the registry keeps, and stays so.
 *
 * <p>Owns: erasures and how one is carried out, step by step; whose patients were erased. Doors: {@code mongo} keeps what is left to
 * tell of erasures, {@code rest} takes them in and tells of them, {@code kafka} and {@code timer} see to it that
 * compaction takes what was erased. May use: {@code arrival}, {@code treatment}, {@code receipt}, {@code merging} (which ids
 * are one person's),
 * {@code history}, {@code quarantine} (its log, to put an erasure into the hospital's order, and what it holds). Never: keep a
 * pseudonym or log one; publish a document, which is {@code registration}'s.
 */
@NullMarked
package org.hfsregistry.registry.erasure;

import org.jspecify.annotations.NullMarked;
