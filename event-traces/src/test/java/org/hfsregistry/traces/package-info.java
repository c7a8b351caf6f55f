/** Tests of the room. */
@NullMarked
package org.hfsregistry.traces;

import org.jspecify.annotations.NullMarked;
