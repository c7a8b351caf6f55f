/**
 * The filters of a service, made of its rules: clients by their OAuth2 bearer tokens, people by a sign-in.
 *
 * <p>Owns: which filter stands where, what a page may load, how a person is sent to sign in. Door of: {@code access}. May use: the
 * rooms beside it, Spring Security, Spring MVC, Jackson. Never: a rule of one service.
 */
@NullMarked
package org.hfsregistry.access.web;

import org.jspecify.annotations.NullMarked;
