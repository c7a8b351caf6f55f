/** Tests. */
@NullMarked
package org.hfsregistry.intake.submission.kafka;

import org.jspecify.annotations.NullMarked;
