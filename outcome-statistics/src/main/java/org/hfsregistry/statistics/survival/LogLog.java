package org.hfsregistry.statistics.survival;

import java.util.Optional;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;

/** The interval of a probability on the scale log(-log p), which keeps it within 0 and 1. */
final class LogLog {
    private LogLog() {}

    /**
     * p to the power exp(&plusmn; z se / log p), se the standard error of log p. None where p is 0 or 1, since log(-log p) is
     * infinite there. Kalbfleisch and Prentice 2002, The Statistical Analysis of Failure Time Data, 1.4; R:
     * {@code survfit(conf.type = "log-log")}.
     */
    static Optional<Interval> interval(double p, double standardErrorOfLog, ConfidenceLevel level) {
        if (p <= 0 || p >= 1) {
            return Optional.empty();
        }
        double log = Math.log(p);
        double factor = Math.exp(level.z() * standardErrorOfLog / -log);
        return Optional.of(new Interval(Math.exp(log * factor), Math.exp(log / factor)));
    }
}
