package org.hfsregistry.traces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void is_read_as_it_is_written() {
        TraceParent parent = new TraceParent(TRACE, SPAN);
        assertThat(parent).hasToString("00-" + TRACE + "-" + SPAN + "-01");
        assertThat(TraceParent.of(parent.toString())).contains(parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-%s-%s-03", "cc-%s-%s-01", "cc-%s-%s-01-what-comes-later"})
    void a_later_form_is_read_too(String form) {
        assertThat(TraceParent.of(form.formatted(TRACE, SPAN))).contains(new TraceParent(TRACE, SPAN));
    }

    @Test
    void one_that_is_not_recorded_is_left_alone() {
        assertThat(TraceParent.of("00-" + TRACE + "-" + SPAN + "-00")).isEmpty();
        assertThat(TraceParent.of("00-" + TRACE + "-" + SPAN + "-02")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
            })
    void anything_else_is_none(String text) {
        assertThat(TraceParent.of(text)).isEmpty();
    }
}
