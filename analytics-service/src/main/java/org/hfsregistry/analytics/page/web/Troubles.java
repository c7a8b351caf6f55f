package org.hfsregistry.analytics.page.web;

import java.util.Locale;
import org.hfsregistry.analytics.cohort.NotReadYet;
import org.hfsregistry.analytics.page.web.Query.UnfitAddress;
import org.hfsregistry.analytics.page.web.Query.UnknownHospital;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** Tells people in a page what is the matter; clients of the interface get problems instead. */
@ControllerAdvice(basePackageClasses = Troubles.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final String RETRY_SECONDS = "5";

    private final Shell shell;

    Troubles(Shell shell) {
        this.shell = shell;
    }

    @ExceptionHandler
    ModelAndView unknown(UnknownHospital unknown, ServletWebRequest web, Locale locale) {
        return page(HttpStatus.NOT_FOUND, "trouble.noHospital", web, locale, unknown.id());
    }

    @ExceptionHandler
    ModelAndView unfit(UnfitAddress unfit, ServletWebRequest web, Locale locale) {
        return page(
                HttpStatus.BAD_REQUEST, unfit.key(), web, locale, unfit.named().toArray());
    }

    @ExceptionHandler
    ModelAndView notReadYet(NotReadYet notReadYet, ServletWebRequest web, Locale locale) {
        if (web.getResponse() != null) {
            web.getResponse().setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return page(HttpStatus.SERVICE_UNAVAILABLE, "trouble.notReadYet", web, locale);
    }

    /** Whatever else went wrong is told to the log only. */
    @ExceptionHandler
    ModelAndView bug(RuntimeException bug, ServletWebRequest web, Locale locale) {
        LOG.error("A page could not be shown", bug);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "trouble.bug", web, locale);
    }

    private ModelAndView page(HttpStatus status, String key, ServletWebRequest web, Locale locale, Object... named) {
        Model model = new ExtendedModelMap();
        Say say = shell.dress(model, web, locale);
        model.addAttribute("title", say.word(status == HttpStatus.NOT_FOUND ? "trouble.notHere" : "trouble.title"));
        model.addAttribute("text", say.word(key, named));
        return new ModelAndView("trouble", model.asMap(), status);
    }
}
