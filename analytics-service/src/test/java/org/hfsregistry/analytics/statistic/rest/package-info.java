/** What goes wrong, as it is told. */
@NullMarked
package org.hfsregistry.analytics.statistic.rest;

import org.jspecify.annotations.NullMarked;
