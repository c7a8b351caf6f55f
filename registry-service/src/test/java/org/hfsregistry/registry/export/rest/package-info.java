/** How an export is written. */
@NullMarked
package org.hfsregistry.registry.export.rest;

import org.jspecify.annotations.NullMarked;
