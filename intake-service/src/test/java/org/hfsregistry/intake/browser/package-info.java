/** A real browser, for the tests that use a page as a person does. */
@NullMarked
package org.hfsregistry.intake.browser;

import org.jspecify.annotations.NullMarked;
