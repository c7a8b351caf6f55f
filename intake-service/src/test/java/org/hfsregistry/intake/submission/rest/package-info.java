/** Tests. */
@NullMarked
package org.hfsregistry.intake.submission.rest;

import org.jspecify.annotations.NullMarked;
