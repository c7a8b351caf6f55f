/** Tests of what the pages say. */
@NullMarked
package org.hfsregistry.analytics.page.web;

import org.jspecify.annotations.NullMarked;
