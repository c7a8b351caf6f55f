package org.hfsregistry.access.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page", "/page/a%20b?c=d&e=%2F", "/a//b", "/x?to=https://elsewhere.example"})
    void a_path_of_this_service_is_taken_as_it_is(String path) {
        assertThat(LocalPath.of(path)).map(LocalPath::value).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "page",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\elsewhere.example",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "/a\\b",
                "/ä",
                "https://elsewhere.example",
                "javascript:alert(1)"
            })
    void what_a_browser_may_take_for_another_place_is_not(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    @Test
    void a_path_has_an_end() {
        assertThat(LocalPath.of("/" + "a".repeat(3000))).isEqualTo(Optional.empty());
    }
}
