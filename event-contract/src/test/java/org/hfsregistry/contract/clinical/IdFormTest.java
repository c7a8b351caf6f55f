package org.hfsregistry.contract.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IdFormTest {

    private static final IdForm FORM = new IdForm("._:-", 5);
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{1,16}\\.[A-Za-z0-9_-]{22}");

    @Property
    void takes_what_its_regular_expression_takes(@ForAll("ids") String text) {
        assertThat(FORM.matches(text)).isEqualTo(FORM.pattern().matcher(text).matches());
    }

    @Property
    void takes_any_text_as_its_regular_expression_does(@ForAll String text) {
        assertThat(FORM.matches(text)).isEqualTo(FORM.pattern().matcher(text).matches());
    }

    @Property
    void a_pseudonym_is_what_its_regular_expression_takes(@ForAll("pseudonyms") String text) {
        assertThat(PatientPseudonym.isOne(text))
                .isEqualTo(PSEUDONYM.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().withChars("azAZ09._:-/@[`{ \u00e9\u0661\n").ofMaxLength(7);
    }

    @Provide
    Arbitrary<String> pseudonyms() {
        return Arbitraries.strings().withChars("aZ9_-.").ofMinLength(20).ofMaxLength(42);
    }
}
