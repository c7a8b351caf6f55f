/**
 * What is counted in the columns, by the definitions.
 *
 * <p>Owns: success, recurrence and relief as counts and days of one hospital, how it reports, in all and by a trait; how
 * long a scan is kept. Doors: none. May use: {@code cohort}, {@code treatment}, {@code question}. Never: who may see what, a
 * rate, an interval.
 */
@NullMarked
package org.hfsregistry.analytics.measure;

import org.jspecify.annotations.NullMarked;
