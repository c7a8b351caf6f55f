package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.access.signin.SignedInPeople.Person;
import org.hfsregistry.access.token.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Keeps who has signed in in a session, no longer than the token of the sign-in is good. */
final class SignedInSessions extends HttpSessionSecurityContextRepository {

    private final Clock clock;

    SignedInSessions(Clock clock) {
        this.clock = clock;
    }

    /** At a sign-in; whatever session there was before ends, so that nobody else knows this one. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof Person person) {
            end(request.getSession(false));
            super.saveContext(new SecurityContextImpl(person.caller()), request, response);
            person.caller().until().map(this::seconds).ifPresent(request.getSession()::setMaxInactiveInterval);
        } else {
            super.saveContext(context, request, response);
        }
    }

    private int seconds(Instant until) {
        return Math.clamp(Duration.between(clock.instant(), until).toSeconds(), 1, Integer.MAX_VALUE);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (until(session).filter(until -> !clock.instant().isBefore(until)).isPresent()) {
            end(session);
        }
        return super.loadDeferredContext(request);
    }

    private static Optional<Instant> until(@Nullable HttpSession session) {
        return session != null
                        && session.getAttribute(SPRING_SECURITY_CONTEXT_KEY) instanceof SecurityContext known
                        && known.getAuthentication() instanceof CallerAuthentication caller
                ? caller.until()
                : Optional.empty();
    }

    private static void end(@Nullable HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }
}
