/** What every store behind the ports must do, whichever server it is. */
@NullMarked
package org.hfsregistry.registry.store;

import org.jspecify.annotations.NullMarked;
