/** What is counted, by hand-made treatments. */
@NullMarked
package org.hfsregistry.analytics.measure;

import org.jspecify.annotations.NullMarked;
