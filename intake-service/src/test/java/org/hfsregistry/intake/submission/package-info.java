/** Tests. */
@NullMarked
package org.hfsregistry.intake.submission;

import org.jspecify.annotations.NullMarked;
