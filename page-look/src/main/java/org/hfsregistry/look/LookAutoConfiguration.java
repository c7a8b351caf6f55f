package org.hfsregistry.look;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Gives the pages of a service the languages of the house; before Spring Boot takes any language that a browser names. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
class LookAutoConfiguration {

    /** English where a browser asks for none of them. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(LANGUAGES);
        languages.setDefaultLocale(LANGUAGES.getFirst());
        return languages;
    }
}
