package org.hfsregistry.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between places.
 *
 * @param audience which {@code aud} a token has to name; where there is none, {@code aud} is not looked at
 */
@ConfigurationProperties("hfs.access")
record AccessSettings(@DefaultValue("") String audience) {}
