package org.hfsregistry.analytics.change.sse;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.change.Listener;
import org.hfsregistry.analytics.change.Told;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** A connection that is told of changes. The server gives a write that is not read its time, and then breaks it off. */
final class Line implements Listener {
    private static final long RECONNECT_MILLIS = 5_000;

    private final SseEmitter emitter;
    private final JsonMapper json;

    Line(SseEmitter emitter, JsonMapper json) {
        this.emitter = emitter;
        this.json = json;
    }

    @Override
    public void tell(Told told) throws IOException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dataVersion", told.dataVersion());
        data.put("asOf", told.asOf().toString());
        data.put("hospitals", List.copyOf(told.hospitals()));
        if (told.all()) {
            data.put("all", true);
        }
        send(SseEmitter.event()
                .id(Long.toString(told.dataVersion()))
                .reconnectTime(RECONNECT_MILLIS)
                .data(json.writeValueAsString(data)));
    }

    @Override
    public void beat() throws IOException {
        send(SseEmitter.event().comment("beat"));
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
        try {
            emitter.send(event);
        } catch (IllegalStateException completed) {
            throw new IOException(completed);
        }
    }

    @Override
    public void end() {
        emitter.complete();
    }
}
