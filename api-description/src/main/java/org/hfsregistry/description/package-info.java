/**
 * What a service says of its own HTTP interface, for machines.
 *
 * <p>Owns: how a service's {@code openapi.yaml} and the contract's schemas become one OpenAPI document. Doors: {@code web}
 * (serves it). May use: SnakeYAML, Jackson, the contract's schemas. Never: a service, a schema of its own.
 */
@NullMarked
package org.hfsregistry.description;

import org.jspecify.annotations.NullMarked;
