/** Of which operations an assessment is wanted. */
@NullMarked
package org.hfsregistry.registry.followup;

import org.jspecify.annotations.NullMarked;
