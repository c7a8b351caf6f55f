/**
 * Exports by HTTP.
 *
 * <p>Owns: {@code /v1/export}, its formats. May use: {@code export}, {@code access}, {@code paging}, the contract's JSON. Never: end an export
 * that broke off as one that is whole.
 */
@NullMarked
package org.hfsregistry.registry.export.rest;

import org.jspecify.annotations.NullMarked;
