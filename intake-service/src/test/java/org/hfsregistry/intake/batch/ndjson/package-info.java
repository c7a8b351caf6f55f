/** Tests. */
@NullMarked
package org.hfsregistry.intake.batch.ndjson;

import org.jspecify.annotations.NullMarked;
