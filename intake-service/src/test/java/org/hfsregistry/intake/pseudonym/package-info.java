/** Tests. */
@NullMarked
package org.hfsregistry.intake.pseudonym;

import org.jspecify.annotations.NullMarked;
