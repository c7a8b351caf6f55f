/** Tests of courses of medication against the definition, and of what is told of it. */
@NullMarked
package org.hfsregistry.analytics.medication;

import org.jspecify.annotations.NullMarked;
