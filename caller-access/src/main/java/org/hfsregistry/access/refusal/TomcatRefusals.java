package org.hfsregistry.access.refusal;

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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers a request that Tomcat does not take, such as one for an address with {@code %00} or {@code %2F}: it never comes to
 * the application, and Tomcat would write a page about it.
 */
public final class TomcatRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new InPlaceOfAPage());
            host.setErrorReportValveClass(InPlaceOfAPage.class.getName());
        });
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
                response.getReporter().write(Problem.of(status).inJson());
                response.finishResponse();
            } catch (IOException gone) {
                LOG.debug("A client went away before its answer was complete", gone);
            }
        }
    }
}
