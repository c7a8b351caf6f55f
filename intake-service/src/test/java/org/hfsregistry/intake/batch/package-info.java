/** Tests. */
@NullMarked
package org.hfsregistry.intake.batch;

import org.jspecify.annotations.NullMarked;
