/** What is frozen is of one state, and stays. */
@NullMarked
package org.hfsregistry.analytics.frozen;

import org.jspecify.annotations.NullMarked;
