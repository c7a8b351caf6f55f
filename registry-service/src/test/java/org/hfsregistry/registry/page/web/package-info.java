/** What the pages say. */
@NullMarked
package org.hfsregistry.registry.page.web;

import org.jspecify.annotations.NullMarked;
