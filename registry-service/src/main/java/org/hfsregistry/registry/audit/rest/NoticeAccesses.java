package org.hfsregistry.registry.audit.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.audit.Access.Result;
import org.hfsregistry.registry.audit.NoteAccesses;
import org.hfsregistry.registry.paging.HandedOut;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notices what was asked of whose records. A request that can't be understood, or that the service fails to answer, hands
 * nothing out and is none; who is not let in at all is not known.
 */
@Component
class NoticeAccesses implements HandlerInterceptor, WebMvcConfigurer {

    /** For people, with a hospital's records on them. */
    private static final String[] PAGES = {"/", "/records/**", "/follow-up", "/quarantine/**"};

    private final NoteAccesses noteAccesses;
    private final Clock clock;

    NoticeAccesses(NoteAccesses noteAccesses, Clock clock) {
        this.noteAccesses = noteAccesses;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/v1/**").addPathPatterns(PAGES);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        HandedOut.whenItBegins(request, () -> note(request, handler, Optional.of(Result.BEGUN)));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        note(request, handler, result(request, response.getStatus(), failure));
    }

    private void note(HttpServletRequest request, Object handler, Optional<Result> noticed) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (handler instanceof HandlerMethod
                && authentication != null
                && authentication.getPrincipal() instanceof Caller caller) {
            noticed.ifPresent(result -> noteAccesses.note(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    caller.clientId(),
                    caller.hospitalId(),
                    whose(request, caller, result),
                    request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    HandedOut.by(request),
                    result));
        }
    }

    /** What is in the way of a request tells of records, too, and a page that sends a form back shows the record beside it. */
    private static Optional<Result> result(HttpServletRequest request, int status, @Nullable Exception failure) {
        if (failure != null || HandedOut.isBrokenOff(request)) {
            return Optional.of(Result.BROKEN_OFF);
        }
        if (HandedOut.by(request) > 0) {
            return Optional.of(Result.ANSWERED);
        }
        return switch (HttpStatus.valueOf(status)) {
            case OK, ACCEPTED, NOT_MODIFIED, CONFLICT, UNPROCESSABLE_CONTENT -> Optional.of(Result.ANSWERED);
            case NOT_FOUND -> Optional.of(Result.NOT_FOUND);
            case FORBIDDEN -> Optional.of(Result.REFUSED);
            default -> Optional.empty();
        };
    }

    /** The hospital that a refused caller names is not kept: what was answered is one's own, and who knows what it names. */
    private static Optional<String> whose(HttpServletRequest request, Caller caller, Result result) {
        if (HandedOut.isEverybodys(request)) {
            return Optional.empty();
        }
        return result == Result.REFUSED && caller.hospitalId().isPresent()
                ? caller.hospitalId()
                : caller.hospitalOrAll(Optional.ofNullable(request.getParameter("hospitalId")));
    }
}
