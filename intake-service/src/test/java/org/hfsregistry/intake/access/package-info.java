/** Tests. */
@NullMarked
package org.hfsregistry.intake.access;

import org.jspecify.annotations.NullMarked;
