package org.hfsregistry.contract.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdFormTest {

    private static final IdForm FORM = new IdForm("._:-", 5);

    @Property
    void takes_what_its_regular_expression_takes(@ForAll("ids") String text) {
        assertThat(FORM.matches(text)).isEqualTo(FORM.pattern().matcher(text).matches());
    }

    @Property
    void takes_any_text_as_its_regular_expression_does(@ForAll String text) {
        assertThat(FORM.matches(text)).isEqualTo(FORM.pattern().matcher(text).matches());
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("azAZ09._:-/@[`{ \u00e9\u0661\n").ofMaxLength(7);
    }
}
