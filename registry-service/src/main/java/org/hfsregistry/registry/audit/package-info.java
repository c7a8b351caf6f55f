/**
 * Who was handed which kind of records of which hospital, how many, and when.
 *
 * <p>Owns: accesses, that none which was answered is missing, and that none is kept for ever. Doors: {@code rest} notices each
 * request and shows a hospital those to its own records, {@code mongo} keeps them, {@code timer} has old ones forgotten. May
 * use: {@code access}. Never: change one; name a patient or a treatment, whose id may tell of one and must not outlive it here.
 */
@NullMarked
package org.hfsregistry.registry.audit;

import org.jspecify.annotations.NullMarked;
