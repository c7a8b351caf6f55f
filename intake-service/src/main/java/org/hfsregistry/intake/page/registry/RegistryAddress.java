package org.hfsregistry.intake.page.registry;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where intake itself reaches the registry, and how long it waits there.
 *
 * @param registry the registry's address as intake sees it, which may be another than the one that hospitals see
 * @param patience for a connection, and for an answer
 */
@ConfigurationProperties("hfs.intake.receipts")
record RegistryAddress(URI registry, Duration patience) {}
