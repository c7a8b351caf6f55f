/**
 * That two ids of a hospital's patients are one person's, and that they are not after all.
 *
 * <p>Owns: merges and how one is carried out or undone, step by step; which ids are one person's; what the history makes of
 * merges, so that they can be proved. Doors: {@code mongo} keeps merges, {@code rest} takes them in and tells of them. May use:
 * {@code arrival}, {@code treatment}, {@code receipt}, {@code history}, {@code quarantine} (its log, to put a merge into the
 * hospital's order, and where what counts no longer goes). Never: change what came; publish, which is {@code registration}'s.
 */
@NullMarked
package org.hfsregistry.registry.merging;

import org.jspecify.annotations.NullMarked;
