/** What belongs to an export. */
@NullMarked
package org.hfsregistry.registry.export;

import org.jspecify.annotations.NullMarked;
