/**
 * Receipts by HTTP.
 *
 * <p>Owns: {@code /v1/outcomes/{outcomeId}}. May use: {@code receipt}, {@code access}. Never: another hospital's receipt.
 */
@NullMarked
package org.hfsregistry.registry.receipt.rest;

import org.jspecify.annotations.NullMarked;
