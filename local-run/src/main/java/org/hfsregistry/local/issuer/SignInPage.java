package org.hfsregistry.local.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a person signs in. */
@RestController
class SignInPage {

    static final String PATH = "/login";

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    String page(@RequestParam(name = "error", required = false) @Nullable String error, CsrfToken csrf) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Sign in</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
                label, input, button { display: block; font: inherit; width: 100%%; box-sizing: border-box }
                input, button { padding: .5rem; margin-bottom: 1rem }
                </style>
                </head>
                <body>
                <h1>Sign in</h1>
                <p>This is the issuer of a registry that runs on this machine for trying it out.</p>
                %s
                <form method="post" action="%s">
                <label for="username">Hospital id, or %s, or %s</label>
                <input id="username" name="username" autocomplete="username" required autofocus>
                <label for="password">Password, as ./registry up printed it</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <input type="hidden" name="%s" value="%s">
                <button type="submit">Sign in</button>
                </form>
                </body>
                </html>
                """.formatted(
                        error == null ? "" : "<p role=\"alert\">That name or that password is not right.</p>",
                        PATH,
                        Person.RESEARCHER,
                        Person.ADMIN,
                        csrf.getParameterName(),
                        csrf.getToken());
    }
}
