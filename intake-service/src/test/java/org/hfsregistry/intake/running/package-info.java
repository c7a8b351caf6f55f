/** Intake as it runs, for the tests that talk to it. */
@NullMarked
package org.hfsregistry.intake.running;

import org.jspecify.annotations.NullMarked;
