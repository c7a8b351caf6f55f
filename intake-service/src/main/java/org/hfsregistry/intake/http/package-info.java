/**
 * HTTP as every door of intake speaks it.
 *
 * <p>Owns: bodies, their limits and their least pace, what is left of one that was answered early, refusals as problems with
 * their codes, and the counting of what was answered. May use: Spring MVC, Tomcat, Jackson, Micrometer, the contract. Never: a room (it knows requests, not what they are for), content of a
 * request in the log.
 */
@NullMarked
package org.hfsregistry.intake.http;

import org.jspecify.annotations.NullMarked;
