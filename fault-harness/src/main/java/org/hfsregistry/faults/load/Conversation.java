package org.hfsregistry.faults.load;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.faults.load.Acknowledged.Taken;

/** All that one hospital says, to intake and to the registry: each thing until it is acknowledged, and then the next. */
final class Conversation {

    private static final int ROWS_OF_A_CALM_BATCH = 500;

    private final StubbornHospital hospital;
    private final StubbornDoors doors;
    private final List<Said> said = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    Conversation(StubbornHospital hospital, StubbornDoors doors) {
        this.hospital = hospital;
        this.doors = doors;
    }

    /** Rows that go as one request, or one thing that is asked of the registry. */
    void say(List<? extends Said> request) throws InterruptedException {
        List<ReportedRow> rows = new ArrayList<>();
        for (Said each : request) {
            switch (each) {
                case ReportedRow row -> rows.add(row);
                case Said.Asked asked -> taken.add(doors.ask(said.size(), asked));
            }
        }
        if (!rows.isEmpty()) {
            hospital.submit(rows);
        }
        said.addAll(request);
    }

    /** All of these in their order, the rows in large batches. */
    void sayCalmly(List<? extends Said> all) throws InterruptedException {
        List<Said> batch = new ArrayList<>();
        for (Said each : all) {
            if (each instanceof Said.Asked || batch.size() == ROWS_OF_A_CALM_BATCH) {
                say(batch);
                batch = new ArrayList<>();
            }
            if (each instanceof Said.Asked) {
                say(List.of(each));
            } else {
                batch.add(each);
            }
        }
        say(batch);
    }

    /** All of it so far. */
    Acknowledged acknowledged() {
        return new Acknowledged(said, taken, doors.pseudonyms());
    }
}
