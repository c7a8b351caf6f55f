/** The service as it runs, against a real broker and a real store, and what a test needs around it. */
@NullMarked
package org.hfsregistry.registry.run;

import org.jspecify.annotations.NullMarked;
