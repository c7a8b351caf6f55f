/** The page for submitting as a person uses it, with what stands around it. */
@NullMarked
package org.hfsregistry.intake.browser;

import org.jspecify.annotations.NullMarked;
