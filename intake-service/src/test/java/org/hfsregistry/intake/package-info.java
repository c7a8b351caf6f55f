/** Tests of intake as a whole: over HTTP, to a broker. */
@NullMarked
package org.hfsregistry.intake;

import org.jspecify.annotations.NullMarked;
