/**
 * What the registry says of a treatment or a hospital: the documents that it stores and publishes, and what it counts.
 *
 * <p>Owns: the documents, which reports in them count, and counts of what is in quarantine. Doors: {@code json} reads and writes them. May use: {@code
 * clinical}, {@code pseudonym}, {@code outcome}. Never: JSON, a clock, I/O.
 */
@NullMarked
package org.hfsregistry.contract.registered;

import org.jspecify.annotations.NullMarked;
