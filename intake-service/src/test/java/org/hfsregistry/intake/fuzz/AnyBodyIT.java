package org.hfsregistry.intake.fuzz;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** More tries by {@code -Djqwik.tries.default=…}; a failure prints its seed. */
class AnyBodyIT {

    @SuppressWarnings("NullAway.Init")
    private static Accounts accounts;

    @BeforeContainer
    static void start() {
        accounts = new Accounts("anybody.");
    }

    @AfterContainer
    static void stop() {
        accounts.close();
    }

    @Property
    void every_answer_adds_up(@ForAll("requests") Sent sent) {
        accounts.hold(sent);
    }

    @Provide
    Arbitrary<Sent> requests() {
        return SpoiltRequests.any();
    }
}
