package org.hfsregistry.access.token;

import java.util.function.Supplier;
import org.hfsregistry.access.Demand;
import org.hfsregistry.access.PathRule;
import org.hfsregistry.access.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Holds a caller against the rule of the path. */
public record RuleDecision(PathRule rule) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        if (!(authentication.get() instanceof CallerAuthentication known)) {
            return Refusal.NO_TOKEN;
        }
        return switch (rule.lackOf(known.caller())) {
            case NOTHING -> new AuthorizationDecision(true);
            case HOSPITAL -> Refusal.NO_HOSPITAL;
            case SCOPE ->
                Refusal.insufficientScope(
                        rule.anyOf().stream().map(Demand::scope).toList());
        };
    }
}
