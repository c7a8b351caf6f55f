package org.hfsregistry.access.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.hfsregistry.access.refusal.Refusal;
import org.hfsregistry.access.token.CallerAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who reads it. */
@RestController
public class SignedIn {

    /** Where a page asks. */
    public static final String PATH = "/signed-in";

    /** @param until when the session ends */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reader(
            String clientId,
            String name,
            @Nullable String hospitalId,
            Set<String> scopes,
            @Nullable Instant until) {}

    @GetMapping(PATH)
    Reader whoReads(CallerAuthentication known) {
        return new Reader(
                known.caller().clientId(),
                known.readersName(),
                known.caller().hospitalId().orElse(null),
                new TreeSet<>(known.caller().scopes()),
                known.until().orElse(null));
    }

    /** Lets in who is signed in or brings a token, whatever it reaches to. */
    public static AuthorizationResult onlyReaders(
            Supplier<? extends @Nullable Authentication> reader, RequestAuthorizationContext request) {
        return reader.get() instanceof CallerAuthentication ? new AuthorizationDecision(true) : Refusal.NO_TOKEN;
    }
}
