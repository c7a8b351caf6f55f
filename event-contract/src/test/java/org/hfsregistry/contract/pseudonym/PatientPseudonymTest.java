package org.hfsregistry.contract.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PatientPseudonymTest {

    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{1,16}\\.[A-Za-z0-9_-]{22}");

    @Property
    void a_pseudonym_is_what_its_regular_expression_takes(@ForAll("pseudonyms") String text) {
        assertThat(PatientPseudonym.isOne(text))
                .isEqualTo(PSEUDONYM.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> pseudonyms() {
        return Arbitraries.strings().withChars("aZ9_-.").ofMinLength(20).ofMaxLength(42);
    }
}
