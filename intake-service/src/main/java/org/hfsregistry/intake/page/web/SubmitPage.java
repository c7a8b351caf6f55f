package org.hfsregistry.intake.page.web;

import java.util.Arrays;
import java.util.Locale;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The page on which a hospital's person drops a file. */
@Controller
class SubmitPage {

    private static final String SIGNED_IN = "org.springframework.security.web.csrf.CsrfToken";

    /** @param signOut is there where the caller came by a sign-in, and can leave */
    @GetMapping("/")
    String page(
            @AuthenticationPrincipal Caller caller,
            @RequestAttribute(name = SIGNED_IN, required = false) @Nullable CsrfToken signOut,
            Locale locale,
            Model model) {
        model.addAttribute("caller", caller.hospitalId());
        if (signOut != null) {
            model.addAttribute("signOut", signOut);
        }
        model.addAttribute(
                "types",
                Arrays.stream(OutcomeType.values()).map(OutcomeType::code).toList());
        model.addAttribute("words", ScriptWords.in(locale));
        return "submit";
    }
}
