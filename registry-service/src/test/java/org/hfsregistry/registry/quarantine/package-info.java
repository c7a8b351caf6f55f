/** How what is in quarantine stands. */
@NullMarked
package org.hfsregistry.registry.quarantine;

import org.jspecify.annotations.NullMarked;
