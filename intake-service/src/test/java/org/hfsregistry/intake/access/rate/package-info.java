/** Tests. */
@NullMarked
package org.hfsregistry.intake.access.rate;

import org.jspecify.annotations.NullMarked;
