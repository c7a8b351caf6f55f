/** What may be shown. */
@NullMarked
package org.hfsregistry.analytics.disclosure;

import org.jspecify.annotations.NullMarked;
