/** Tests of what is told of paths. */
@NullMarked
package org.hfsregistry.description.web;

import org.jspecify.annotations.NullMarked;
