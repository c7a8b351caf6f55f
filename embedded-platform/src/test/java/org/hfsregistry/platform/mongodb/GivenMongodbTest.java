package org.hfsregistry.platform.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.hfsregistry.platform.machine.ServerUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenMongodbTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://one:1, mongodb://one:1/hfs, mongodb://one:1/mine",
        "mongodb://one:1/, mongodb://one:1/hfs, mongodb://one:1/mine",
        "mongodb://one:1/own, mongodb://one:1/own, mongodb://one:1/mine",
        "mongodb://one:1/?w=1, mongodb://one:1/hfs?w=1, mongodb://one:1/mine?w=1",
        "mongodb://u:p@one:1/own, mongodb://u:p@one:1/own?authSource=own, mongodb://u:p@one:1/mine?authSource=own",
        "mongodb://u:p@one:1/?w=1, mongodb://u:p@one:1/hfs?w=1&authSource=admin, "
                + "mongodb://u:p@one:1/mine?w=1&authSource=admin",
        "mongodb+srv://one/own?w=1, mongodb+srv://one/own?w=1, mongodb+srv://one/mine?w=1"
    })
    void names_another_database_and_leaves_the_rest_as_it_was(String given, String own, String mine) {
        MongodbServer server = MongodbServer.given(given);

        assertThat(server.uri()).isEqualTo(own);
        assertThat(server.uri("mine")).isEqualTo(mine);
    }

    @Test
    void does_not_say_the_password() {
        assertThat(MongodbServer.given("mongodb://user:secret@one:1/own").description())
                .contains("mongodb://one:1")
                .doesNotContain("secret");
    }

    @Test
    void refuses_what_is_no_connection_string() {
        assertThatExceptionOfType(ServerUnavailable.class)
                .isThrownBy(() -> MongodbServer.given("one:1/own"))
                .withMessageContaining("HFS_MONGODB_URI")
                .withMessageContaining("mongodb://host:port/database");
    }
}
