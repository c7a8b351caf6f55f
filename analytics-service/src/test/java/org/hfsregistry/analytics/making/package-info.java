/** What is made, and by how many at a time. */
@NullMarked
package org.hfsregistry.analytics.making;

import org.jspecify.annotations.NullMarked;
