/** Tests. */
@NullMarked
package org.hfsregistry.intake.bundle;

import org.jspecify.annotations.NullMarked;
