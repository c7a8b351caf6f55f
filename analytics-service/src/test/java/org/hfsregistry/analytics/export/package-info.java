/** What is blanked in the export, and what rows say. */
@NullMarked
package org.hfsregistry.analytics.export;

import org.jspecify.annotations.NullMarked;
