/** Treatments for tests: made by hand or at random, and what the definitions say of them, told the straightforward way. */
@NullMarked
package org.hfsregistry.analytics.population;

import org.jspecify.annotations.NullMarked;
