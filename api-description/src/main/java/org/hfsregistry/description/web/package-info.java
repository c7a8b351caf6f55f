/**
 * Serves the description of the service that it stands in.
 *
 * <p>Owns: {@code /openapi.json} and {@code /openapi.yaml}. Door of: {@code description}. May use: its room, Spring MVC.
 * Never: what the caller asks for beyond it.
 */
@NullMarked
package org.hfsregistry.description.web;

import org.jspecify.annotations.NullMarked;
