/** What can be worked out. */
@NullMarked
package org.hfsregistry.analytics.inference;

import org.jspecify.annotations.NullMarked;
