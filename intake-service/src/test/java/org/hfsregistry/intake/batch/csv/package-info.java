/** Tests. */
@NullMarked
package org.hfsregistry.intake.batch.csv;

import org.jspecify.annotations.NullMarked;
