package org.hfsregistry.registry.access.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is refused before it comes to a controller, as problems (RFC 9457) with a code.
 *
 * <p>There are two places: a filter such as Spring's firewall leaves it to the servlet container, which asks for {@code
 * /error}; an address that Tomcat itself does not take ({@code %00}, {@code %2F}) never comes to the application, and Tomcat
 * writes a page for it.
 */
@RestController
class ServerProblems implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<String> refusedByAFilter(HttpServletRequest request) {
        Object told = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = told instanceof Integer status ? HttpStatus.resolve(status) : null;
        HttpStatus status = known == null ? HttpStatus.NOT_FOUND : known;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status));
    }

    /** A problem of nothing but words that need no escaping. */
    private static String problem(HttpStatus status) {
        String detail = status == HttpStatus.BAD_REQUEST
                ? "The server does not take a request with this address or these headers."
                : status.getReasonPhrase();
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail, status.name());
    }

    /** Puts {@link InPlaceOfAPage} where Tomcat would put its own. */
    @Component
    static class OfTomcat implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
        @Override
        public void customize(ConfigurableTomcatWebServerFactory tomcat) {
            tomcat.addContextCustomizers(context -> {
                StandardHost host = (StandardHost) context.getParent();
                host.getPipeline().addValve(new InPlaceOfAPage());
                host.setErrorReportValveClass(InPlaceOfAPage.class.getName());
            });
        }
    }

    /** The last that a failed request meets in Tomcat. */
    static final class InPlaceOfAPage extends ErrorReportValve {

        private static final Logger LOG = LoggerFactory.getLogger(InPlaceOfAPage.class);

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getReporter().write(problem(status));
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("A client went away before its answer was complete", gone);
            }
        }
    }
}
