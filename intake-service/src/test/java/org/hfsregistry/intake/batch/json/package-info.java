/** Tests. */
@NullMarked
package org.hfsregistry.intake.batch.json;

import org.jspecify.annotations.NullMarked;
