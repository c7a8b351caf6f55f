package org.hfsregistry.contract.registered;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void its_key_leads_back_to_it() {
        Stream.of(new Position(0, 0), new Position(7, 4711), new Position(123_456, 999_999_999_999_999_999L))
                .forEach(position -> assertThat(Position.ofKey(position.key())).hasValue(position));
    }

    @Test
    void keys_of_a_partition_sort_as_its_offsets_do() {
        assertThat(new Position(3, 9).key()).isLessThan(new Position(3, 10).key());
        assertThat(new Position(3, 10).key()).isEqualTo("00003-0000000000000000010");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "zzz",
                "3-10",
                "00003-10",
                "000003-0000000000000000010",
                "00003-0000000000000000010 ",
                "00003-9999999999999999999",
                "99999999999-0000000000000000010",
                "-0003-0000000000000000010"
            })
    void what_is_no_key_is_of_no_position(String key) {
        assertThat(Position.ofKey(key)).isEmpty();
    }
}
