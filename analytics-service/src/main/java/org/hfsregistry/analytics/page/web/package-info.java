/**
 * The pages that people read, over HTTP.
 *
 * <p>A door: its types are package-private. Owns: the paths of pages, templates, words in two languages, how numbers are
 * written, which charts are drawn of them. May use: its room, {@code chart}, {@code statistic}, {@code question}, access,
 * disclosure, Spring MVC, Thymeleaf by the names of templates. Never: another door, a word that stands in the code.
 */
@NullMarked
package org.hfsregistry.analytics.page.web;

import org.jspecify.annotations.NullMarked;
