/**
 * The one door of the contract: outcomes and documents to and from JSON.
 *
 * <p>Owns: field names, their order on the wire, how a value is read, and which faults are found on the way. May use:
 * {@code clinical}, {@code pseudonym}, {@code outcome}, {@code registered}, Jackson's streaming API, commons-text. Never:
 * reflection (a field is on the wire because a line here says so), a raw patient id in a fault.
 */
@NullMarked
package org.hfsregistry.contract.json;

import org.jspecify.annotations.NullMarked;
