/**
 * How pages look, in every service.
 *
 * <p>Owns: the layout that a page is put into ({@code look/layout}), the stylesheet and the mark under {@code /look/**}, the
 * words that every page has ({@code words/look}), the languages and how a reader chooses one ({@code ?lang=de}), the page that a
 * person gets in the place of a problem, and the ways to the other services' pages ({@code hfs.pages}). A service has it on its classpath and names
 * {@code words/look} beside its own words in {@code spring.messages.basename}. May use: Spring MVC, Thymeleaf. Never: a
 * service, what is on a page, a style or a script that stands in a page itself: the pages' policy forbids both.
 */
@NullMarked
package org.hfsregistry.look;

import org.jspecify.annotations.NullMarked;
