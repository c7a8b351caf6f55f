/**
 * What crosses a service's border, and the only thing that the services share.
 *
 * <p>Rooms: {@code clinical} (terms and values), {@code outcome} (what hospitals report), {@code registered} (what the
 * registry says), {@code pseudonym} (the keys of patients' pseudonyms), {@code topic} and {@code caller} (names); door: {@code
 * json}.
 */
@NullMarked
package org.hfsregistry.contract;

import org.jspecify.annotations.NullMarked;
