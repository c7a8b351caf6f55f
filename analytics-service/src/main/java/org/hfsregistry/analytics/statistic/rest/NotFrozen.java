package org.hfsregistry.analytics.statistic.rest;

import java.util.List;
import org.hfsregistry.analytics.statistic.AskedText;

/** A snapshot that is not there, or that has no answer to a question. */
final class NotFrozen extends RuntimeException {
    private final String code;
    private final List<String> frozen;

    private NotFrozen(String code, String message, List<String> frozen) {
        super(message);
        this.code = code;
        this.frozen = frozen;
    }

    static NotFrozen snapshot(String id) {
        return new NotFrozen(
                "NO_SUCH_SNAPSHOT",
                "There is no snapshot " + shortened(id) + "; /v1/snapshots lists those that there are.",
                List.of());
    }

    static NotFrozen question(String snapshot, AskedText asked, List<AskedText> frozen) {
        return new NotFrozen(
                "NOT_FROZEN",
                "The snapshot " + snapshot + " has no answer to " + asked.text()
                        + "; a number that was not frozen can't be had later. What was frozen of it is in frozen.",
                frozen.stream().map(each -> each.path(snapshot)).toList());
    }

    private static String shortened(String id) {
        int most = 64;
        return id.length() <= most ? id : id.substring(0, most) + "…";
    }

    String code() {
        return code;
    }

    List<String> frozen() {
        return frozen;
    }
}
