package org.hfsregistry.look;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives the pages of a service the languages of the house; before Spring Boot takes any language that a browser names. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@EnableConfigurationProperties(PageAddresses.class)
class LookAutoConfiguration {

    /** Spring Security's filters are at -100; who is not let in is to get a page, too. */
    private static final int BEFORE_ANYBODY_IS_REFUSED = -101;

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    OtherLanguages otherLanguages(LocaleResolver languages) {
        return new OtherLanguages(languages);
    }

    @Bean
    FilterRegistrationBean<ChooseLanguage> chooseLanguage() {
        FilterRegistrationBean<ChooseLanguage> filter = new FilterRegistrationBean<>(new ChooseLanguage());
        filter.setOrder(BEFORE_ANYBODY_IS_REFUSED);
        return filter;
    }

    @Bean
    OtherPages otherPages(PageAddresses addresses) {
        return new OtherPages(addresses);
    }

    @Bean
    FilterRegistrationBean<TroublePages> troublePages(
            ObjectProvider<ThymeleafViewResolver> templates, LocaleResolver languages) {
        FilterRegistrationBean<TroublePages> filter =
                new FilterRegistrationBean<>(new TroublePages(templates, languages));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        filter.setOrder(BEFORE_ANYBODY_IS_REFUSED);
        return filter;
    }
}
