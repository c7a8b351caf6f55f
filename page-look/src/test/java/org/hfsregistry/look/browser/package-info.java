/** A real browser, for every module that tests a page as a person uses it. */
@NullMarked
package org.hfsregistry.look.browser;

import org.jspecify.annotations.NullMarked;
