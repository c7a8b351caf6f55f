/**
 * The page on which a person submits a file.
 *
 * <p>Owns: what the page needs beside the batches it sends, which is the registry's receipts. Doors: {@code web} (the page, its
 * words, what its scripts ask for), {@code registry} (asks there). The scripts lie in {@code static/submit}, each with one
 * purpose; they check and submit by the same batches as every client. May use: {@code java..}. Never: an outcome (a page sends
 * them to {@code batch}), a way to submit that only the page has.
 */
@NullMarked
package org.hfsregistry.intake.page;

import org.jspecify.annotations.NullMarked;
