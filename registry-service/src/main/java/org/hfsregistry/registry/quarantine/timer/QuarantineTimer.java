package org.hfsregistry.registry.quarantine.timer;

import org.hfsregistry.registry.quarantine.TellQuarantine;
import org.hfsregistry.registry.timing.Repeated;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has quarantine counted and published at the start, and every so often after it. */
@Component
class QuarantineTimer implements SmartLifecycle {

    private final Repeated counting;

    QuarantineTimer(TellQuarantine tellQuarantine, QuarantineGauges gauges, CountSettings settings) {
        this.counting = new Repeated(
                "count quarantine", settings.countQuarantineEvery(), () -> gauges.show(tellQuarantine.tell()));
    }

    @Override
    public void start() {
        counting.start();
    }

    @Override
    public void stop() {
        counting.stop();
    }

    @Override
    public boolean isRunning() {
        return counting.isRunning();
    }
}
