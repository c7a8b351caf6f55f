/**
 * What a page for people shows, without its words.
 *
 * <p>Owns: which answers a page is made of, how hospitals are searched and ordered. Doors: {@code web}
 * (the pages by HTTP, their templates, words and charts). Rooms: {@code figure} (numbers, or why they are
 * absent). May use: {@code statistic}, {@code question}, {@code disclosure}.
 * Never: a count that has not passed disclosure, a rank.
 */
@NullMarked
package org.hfsregistry.analytics.page;

import org.jspecify.annotations.NullMarked;
