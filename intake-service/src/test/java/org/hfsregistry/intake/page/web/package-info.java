/** Tests of the words. */
@NullMarked
package org.hfsregistry.intake.page.web;

import org.jspecify.annotations.NullMarked;
