/**
 * What runs the registry in containers, on one machine and on Kubernetes, read.
 *
 * <p>Owns: whether docker-compose.yml, the Dockerfiles and what lies in deploy fit each other and the services. Doors: none.
 * May use: SnakeYAML, Jackson, the classes of Kubernetes' API, {@code run}, {@code service}. Never: a container.
 */
@NullMarked
package org.hfsregistry.local.containers;

import org.jspecify.annotations.NullMarked;
