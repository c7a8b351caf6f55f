package org.hfsregistry.intake.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What becomes of a body that was answered before all of it was read.
 *
 * <p>A client in the middle of an upload reads the answer only when it has sent the rest, so some of that is passed over;
 * Tomcat does it too, and for as long as a byte comes now and then. Here it ends after the patience for an upload. A client
 * that asks first ({@code Expect: 100-continue}) is told to go on no sooner than somebody wants its body.
 */
@Component
final class UnreadBodies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    private static final String ANSWERABLE = UnreadBodies.class.getName();
    private static final String ANSWERED = UnreadBodies.class.getName() + ".answered";

    private final Uploads.Pace pace;

    UnreadBodies(Uploads.Pace pace) {
        this.pace = pace;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addEngineValves(new PassedOver(pace));
        tomcat.addConnectorCustomizers(
                connector -> protocol(connector.getProtocolHandler()).setContinueResponseTiming("onRead"));
    }

    /** Tomcat answers a timeout itself, and takes nothing more of an answer; after this it does. */
    static void answerTimeout(HttpServletRequest request) {
        if (request.getAttribute(ANSWERABLE) instanceof Runnable answerable) {
            answerable.run();
        }
    }

    /** Where a body breaks off Tomcat answers that itself; an answer that was begun can't become another one. */
    static void leaveAnswer(HttpServletRequest request) {
        if (request.getAttribute(ANSWERED) instanceof Runnable answered) {
            answered.run();
        }
    }

    private static AbstractHttp11Protocol<?> protocol(Object handler) {
        return (AbstractHttp11Protocol<?>) handler;
    }

    /** Before and after all else that Tomcat does with a request. */
    private static final class PassedOver extends ValveBase {

        private final Uploads.Pace pace;

        PassedOver(Uploads.Pace pace) {
            super(true);
            this.pace = pace;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (response.isError()) {
                // not even the head could be read
                getNext().invoke(request, response);
                return;
            }
            AtomicBoolean timedOut = new AtomicBoolean();
            request.setAttribute(ANSWERABLE, (Runnable) () -> {
                timedOut.set(true);
                response.setSuspended(false);
                response.setErrorReported();
                response.setStatus(HttpServletResponse.SC_OK);
            });
            request.setAttribute(ANSWERED, (Runnable) response::setErrorReported);
            getNext().invoke(request, response);
            org.apache.coyote.Request body = request.getCoyoteRequest();
            if (request.isAsync() || isWhole(body) || (body.hasExpectation() && body.getBytesRead() == 0)) {
                return;
            }
            response.finishResponse();
            int most = protocol(request.getConnector().getProtocolHandler()).getMaxSwallowSize();
            if (timedOut.get() || !isPassedOver(body, most)) {
                body.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        private boolean isPassedOver(org.apache.coyote.Request body, int most) {
            long begin = System.nanoTime();
            Passed passed = new Passed();
            try {
                int read = 0;
                while (read >= 0
                        && passed.bytes < most
                        && System.nanoTime() - begin < pace.patience().toNanos()) {
                    read = body.doRead(passed);
                    passed.bytes += Math.max(read, 0);
                }
                return read < 0;
            } catch (IOException gone) {
                return false;
            }
        }

        private static boolean isWhole(org.apache.coyote.Request body) {
            AtomicBoolean whole = new AtomicBoolean();
            body.action(ActionCode.REQUEST_BODY_FULLY_READ, whole);
            return whole.get();
        }
    }

    /** Holds what nobody looks at. */
    private static final class Passed implements ApplicationBufferHandler {

        private long bytes;
        private @Nullable ByteBuffer last;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // it is never asked to hold more than it is given
        }
    }
}
