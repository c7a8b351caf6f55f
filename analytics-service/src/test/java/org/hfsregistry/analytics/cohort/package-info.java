@NullMarked
package org.hfsregistry.analytics.cohort;

import org.jspecify.annotations.NullMarked;
