/** Columns in a file. */
@NullMarked
package org.hfsregistry.analytics.feed.file;

import org.jspecify.annotations.NullMarked;
