/** The service and what it reads, started for a test. */
@NullMarked
package org.hfsregistry.analytics.running;

import org.jspecify.annotations.NullMarked;
