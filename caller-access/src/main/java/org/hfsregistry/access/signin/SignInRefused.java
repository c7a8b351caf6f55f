package org.hfsregistry.access.signin;

import org.springframework.security.core.AuthenticationException;

/** A sign-in that the issuer granted and this service does not; the message is for the person. */
final class SignInRefused extends AuthenticationException {

    SignInRefused(String why) {
        super(why);
    }
}
