package org.hfsregistry.registry.run;

import java.nio.file.Path;
import org.hfsregistry.contract.fixture.Tokens;
import org.hfsregistry.platform.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that ask one registry: they start it before the first of them, here it is stopped after the last. */
@SuppressWarnings("NullAway.Init")
abstract class OneRegistry {

    static final Tokens TOKENS = new Tokens();

    static Surroundings surroundings;
    static Registry registry;

    @BeforeAll
    static void surround(@TempDir Path folder) {
        surroundings = new Surroundings(Platform.forTests(), TOKENS, folder);
    }

    @AfterAll
    static void stop() {
        registry.close();
        surroundings.close();
    }
}
