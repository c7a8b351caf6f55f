package org.hfsregistry.intake.access.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Counts each request that a hospital's client makes, whatever it asks for, before a byte of its body is read. */
@Component
class QuotaFilter extends OncePerRequestFilter {

    private final HospitalQuotas quotas;
    private final HandlerExceptionResolver refusals;

    QuotaFilter(HospitalQuotas quotas, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.quotas = quotas;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Caller caller)) {
            chain.doFilter(request, response);
            return;
        }
        Standing standing = quotas.take(caller.hospitalId());
        response.setHeader("RateLimit-Policy", standing.policy());
        response.setHeader("RateLimit", standing.limit());
        if (standing.granted()) {
            chain.doFilter(request, response);
        } else {
            refusals.resolveException(request, response, null, tooMany(standing));
        }
    }

    private static RefusedRequest tooMany(Standing standing) {
        return RefusedRequest.tooMany(
                "TOO_MANY_REQUESTS_OF_HOSPITAL",
                "This hospital's clients together send more than %d requests in %d seconds. Nothing of this one was taken; send it again after the pause, and many outcomes as a batch, which is one request."
                        .formatted(
                                standing.quota().requests(),
                                standing.quota().window().toSeconds()),
                Duration.ofSeconds(standing.secondsToWhole()));
    }
}
