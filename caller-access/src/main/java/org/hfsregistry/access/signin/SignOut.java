package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hfsregistry.access.refusal.LocalPath;
import org.hfsregistry.access.token.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Goes on, after a session has ended, to where the issuer ends its own. */
record SignOut(Optional<URI> endSession) implements LogoutSuccessHandler {

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication ended)
            throws IOException {
        if (endSession.isPresent() && ended instanceof CallerAuthentication caller) {
            String back = UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                    .replacePath(LocalPath.START.value())
                    .replaceQuery(null)
                    .toUriString();
            String hint = caller.signIn()
                    .map(idToken -> "&id_token_hint=" + idToken.getTokenValue())
                    .orElse("");
            response.sendRedirect(endSession.get() + "?post_logout_redirect_uri="
                    + UriUtils.encode(back, StandardCharsets.UTF_8) + hint);
        } else {
            LocalPath.START.sendTo(response);
        }
    }
}
