package org.hfsregistry.access.signin;

import java.time.Clock;
import java.util.Objects;
import org.hfsregistry.access.token.CallerAuthentication;
import org.hfsregistry.access.token.TokenCallers;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Reads who has signed in from the access token of the sign-in, just as it would be read from a bearer token: a person and a
 * client with the same token may do the same.
 */
final class SignedInPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final JwtDecoder tokens;
    private final TokenCallers callers;
    private final Clock clock;

    SignedInPeople(JwtDecoder tokens, TokenCallers callers, Clock clock) {
        this.tokens = tokens;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Person loadUser(OidcUserRequest signIn) {
        OidcIdToken idToken = signIn.getIdToken();
        Jwt token = read(signIn.getAccessToken().getTokenValue());
        if (!Objects.equals(idToken.getClaimAsString("iss"), token.getClaimAsString("iss"))) {
            throw new SignInRefused("The token of the sign-in is of another issuer than the sign-in.");
        }
        CallerAuthentication caller = callers.convert(token).signedInBy(idToken);
        if (!caller.until().filter(clock.instant()::isBefore).isPresent()) {
            throw new SignInRefused(
                    "The token of the sign-in has ended before the sign-in has. The clocks of the issuer"
                            + " and of this service may differ.");
        }
        return new Person(caller, idToken);
    }

    private Jwt read(String token) {
        try {
            return tokens.decode(token);
        } catch (BadJwtException bad) {
            throw new SignInRefused("The token of the sign-in is not good for this service: " + bad.getMessage());
        } catch (JwtException away) {
            throw new AuthenticationServiceException("the token of a sign-in can't be checked", away);
        }
    }

    /** What a sign-in ends in. */
    static final class Person extends DefaultOidcUser {

        private final transient CallerAuthentication caller;

        Person(CallerAuthentication caller, OidcIdToken idToken) {
            super(caller.getAuthorities(), idToken);
            this.caller = caller;
        }

        CallerAuthentication caller() {
            return caller;
        }
    }
}
