/**
 * The answers to questions, field by field.
 *
 * <p>Owns: which fields a statistic has and of which shown figures each is made. Doors: none. May use: {@code decision},
 * {@code measure}, {@code question}, {@code disclosure}, the statistical kernel. Never: a column, an audience.
 */
@NullMarked
package org.hfsregistry.analytics.table;

import org.jspecify.annotations.NullMarked;
