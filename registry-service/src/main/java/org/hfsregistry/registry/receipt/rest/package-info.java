/**
 * Receipts by HTTP.
 *
 * <p>Owns: {@code /v1/outcomes}. May use: {@code receipt}, {@code access}, {@code paging}, the contract's names of topics. Never: another
 * hospital's receipt.
 */
@NullMarked
package org.hfsregistry.registry.receipt.rest;

import org.jspecify.annotations.NullMarked;
