package org.hfsregistry.registry.page.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.hfsregistry.registry.access.RefusedRequest;
import org.hfsregistry.registry.page.web.Query.UnfitAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
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
    ModelAndView refused(RefusedRequest refused, HttpServletRequest request, Locale locale) {
        HttpStatus status = HttpStatus.valueOf(refused.status());
        String key = switch (status) {
            case NOT_FOUND -> "trouble.nothing";
            case FORBIDDEN -> "trouble.otherHospital";
            default -> refused.code().equals("MISSING_PARAMETER") ? "trouble.staff" : "trouble.address";
        };
        return page(status, request, locale, key);
    }

    @ExceptionHandler
    ModelAndView unfit(UnfitAddress unfit, HttpServletRequest request, Locale locale) {
        return page(
                HttpStatus.BAD_REQUEST,
                request,
                locale,
                unfit.key(),
                unfit.named().toArray());
    }

    @ExceptionHandler
    ModelAndView away(
            DataAccessResourceFailureException away,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        LOG.warn("The store does not answer", away);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return page(HttpStatus.SERVICE_UNAVAILABLE, request, locale, "trouble.away");
    }

    /** Whatever else went wrong is told to the log only. */
    @ExceptionHandler
    ModelAndView bug(RuntimeException bug, HttpServletRequest request, Locale locale) {
        LOG.error("A page could not be shown", bug);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, request, locale, "trouble.bug");
    }

    private ModelAndView page(
            HttpStatus status, HttpServletRequest request, Locale locale, String key, Object... named) {
        Say say = shell.say(locale);
        ModelAndView page = new ModelAndView("trouble", status);
        Shell.dress(page, request, Optional.empty(), new Links(Optional.empty()), say);
        page.addObject("title", say.word(status == HttpStatus.NOT_FOUND ? "trouble.notHere" : "trouble.title"));
        page.addObject("text", say.word(key, named));
        return page;
    }
}
