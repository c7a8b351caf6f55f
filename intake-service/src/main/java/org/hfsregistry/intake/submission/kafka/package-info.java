/**
 * Keeps submitted outcomes in Kafka.
 *
 * <p>Owns: how an outcome stands on the submitted topic (a CloudEvent in binary mode, keyed by its hospital), and that the
 * topic is there. Door of: {@code submission}. May use: the Kafka clients, Micrometer, {@code
 * org.hfsregistry.traces}. Never: a payload in the
 * log, a send without all acknowledgements.
 */
@NullMarked
package org.hfsregistry.intake.submission.kafka;

import org.jspecify.annotations.NullMarked;
