package org.hfsregistry.access.token;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between places.
 *
 * @param audience which {@code aud} a token has to name; where there is none, {@code aud} is not looked at
 * @param endSessionUri where the issuer ends its own session at a sign-out; where there is none, it goes on
 */
@ConfigurationProperties("hfs.access")
public record AccessSettings(
        @DefaultValue("") String audience, @Nullable URI endSessionUri) {}
