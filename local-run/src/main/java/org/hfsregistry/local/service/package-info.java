/**
 * The three services as processes of their own, each the jar that is deployed.
 *
 * <p>Owns: their JVMs: flags, settings, logs, health, end. Doors: {@link org.hfsregistry.local.service.Services}, and {@link
 * org.hfsregistry.local.service.ServiceProcess} for who has them one by one. May
 * use: {@code run}, {@code http}. Never: a class of a service.
 */
@NullMarked
package org.hfsregistry.local.service;

import org.jspecify.annotations.NullMarked;
