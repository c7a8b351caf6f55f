/** Tests. */
@NullMarked
package org.hfsregistry.intake.http;

import org.jspecify.annotations.NullMarked;
