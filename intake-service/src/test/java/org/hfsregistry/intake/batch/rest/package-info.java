/** Tests. */
@NullMarked
package org.hfsregistry.intake.batch.rest;

import org.jspecify.annotations.NullMarked;
