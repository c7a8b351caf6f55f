/**
 * Serves the description of the service that it stands in.
 *
 * <p>Owns: {@code /openapi.json} and {@code /openapi.yaml}, and what is said of a path or a method that is not in it. Door of:
 * {@code description}. May use: its room, Spring MVC, how the contract guesses words.
 * Never: what the caller asks for beyond it.
 */
@NullMarked
package org.hfsregistry.description.web;

import org.jspecify.annotations.NullMarked;
