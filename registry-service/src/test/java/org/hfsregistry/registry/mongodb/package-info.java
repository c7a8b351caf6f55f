/** How a database comes to the version of the schema that the registry reads and writes. */
@NullMarked
package org.hfsregistry.registry.mongodb;

import org.jspecify.annotations.NullMarked;
