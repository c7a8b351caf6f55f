/**
 * The pages that a hospital's people read, over HTTP.
 *
 * <p>A door: its types are package-private. Owns: {@code /}, {@code /records}, {@code /follow-up}, {@code /quarantine}, templates,
 * words in two languages. May use: its room, {@code treatment}, {@code history}, {@code followup}, {@code quarantine},
 * {@code access}, {@code paging}, the contract's JSON, Spring MVC, page-look's layout. Never: another door, a word that stands in
 * the code.
 */
@NullMarked
package org.hfsregistry.registry.page.web;

import org.jspecify.annotations.NullMarked;
