/**
 * Where each outcome of a hospital is filed, and the receipt that its hospital can ask for.
 *
 * <p>Owns: the index of outcomes by hospital and outcomeId. Doors: {@code mongo} keeps it, {@code rest} hands out receipts.
 * May use: {@code arrival}, {@code access}. Never: the documents themselves, a clock.
 */
@NullMarked
package org.hfsregistry.registry.receipt;

import org.jspecify.annotations.NullMarked;
