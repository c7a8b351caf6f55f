/**
 * Where each outcome of a hospital is filed, and the receipt that its hospital can ask for.
 *
 * <p>Owns: the index of outcomes by hospital and outcomeId; from when on a receipt is counted. Doors: {@code mongo} keeps the
 * index, {@code rest} hands out receipts; how far the log was followed comes from {@code registration}. May use: {@code
 * arrival}, {@code access}. Never: the documents themselves, a clock.
 */
@NullMarked
package org.hfsregistry.registry.receipt;

import org.jspecify.annotations.NullMarked;
