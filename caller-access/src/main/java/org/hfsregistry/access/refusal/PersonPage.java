package org.hfsregistry.access.refusal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * An answer to a person who can't be let in; plain where the service has no look.
 *
 * @param remedy a link or a form, in HTML
 */
public record PersonPage(HttpStatus status, String title, String text, String remedy) {

    /** A link to go on by. */
    public static String link(String path, String words) {
        return "<p><a href=\"%s\">%s</a></p>".formatted(HtmlUtils.htmlEscape(path), HtmlUtils.htmlEscape(words));
    }

    /** A form that signs out, with the token that shows where it comes from. */
    public static String signOut(String parameter, String token) {
        return """
                <form method="post" action="/sign-out">
                <input type="hidden" name="%s" value="%s">
                <button type="submit">Sign out</button>
                </form>""".formatted(HtmlUtils.htmlEscape(parameter), HtmlUtils.htmlEscape(token));
    }

    /** Answers it. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(html());
    }

    private String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="stylesheet" href="/look/house.css">
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                %3$s
                </main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title), HtmlUtils.htmlEscape(text), remedy);
    }
}
