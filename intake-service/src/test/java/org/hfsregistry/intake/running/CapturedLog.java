package org.hfsregistry.intake.running;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** What is logged in the meantime, at the level of a run and finer for intake itself. */
public final class CapturedLog implements AutoCloseable {

    private static final Map<String, Level> LEVELS = Map.of(
            "org.hfsregistry.intake", Level.TRACE,
            "org.springframework.web", Level.INFO,
            "org.springframework.security", Level.INFO,
            "org.apache.kafka.clients", Level.INFO,
            "org.apache.catalina", Level.INFO,
            "org.apache.coyote", Level.INFO);

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    };

    private CapturedLog() {}

    /** Begins to capture. */
    public static CapturedLog begin() {
        CapturedLog log = new CapturedLog();
        log.appender.start();
        LEVELS.forEach((name, level) -> logger(name).setLevel(level));
        logger(Logger.ROOT_LOGGER_NAME).addAppender(log.appender);
        return log;
    }

    /** All of it. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        logger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        LEVELS.keySet().forEach(name -> logger(name).setLevel(null));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
