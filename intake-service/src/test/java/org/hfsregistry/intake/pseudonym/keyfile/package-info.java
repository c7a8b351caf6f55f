/** Tests. */
@NullMarked
package org.hfsregistry.intake.pseudonym.keyfile;

import org.jspecify.annotations.NullMarked;
