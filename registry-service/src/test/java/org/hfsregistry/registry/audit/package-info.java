/** How accesses are noted. */
@NullMarked
package org.hfsregistry.registry.audit;

import org.jspecify.annotations.NullMarked;
