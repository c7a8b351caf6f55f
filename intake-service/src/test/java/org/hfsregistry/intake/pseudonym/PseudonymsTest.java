package org.hfsregistry.intake.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.PseudonymChain;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.running.RunningIntake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY));

    /** printf '\0\0\0\4h-01P-1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001...1f -binary | head -c16 | base64 */
    @Test
    void gives_the_value_that_openssl_gives() {
        assertThat(of("h-01", "P-1")).isEqualTo("k1.zL64Otxuayi7TaHAPjuH8g");
    }

    @Test
    void takes_two_spellings_of_one_id_for_one() {
        assertThat(of("h-01", "Jose\u0301 1"))
                .isEqualTo("k1.IIbIjoHud6vBpd_91xE2KA")
                .isEqualTo(of("h-01", "  Jos\u00e9 1\t"));
    }

    @Test
    void gives_the_same_after_another_patient() {
        PatientIds patients = pseudonyms.ofHospital("h-01");
        assertThat(patients.pseudonym("P-1"))
                .isNotEqualTo(patients.pseudonym("P-2"))
                .isEqualTo(patients.pseudonym("P-1"));
    }

    @Property
    void keeps_hospitals_apart(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 2, max = 12) String text, @ForAll byte cut) {
        int at = 1 + Math.floorMod(cut, text.length() - 1);
        assertThat(of(text.substring(0, at), text.substring(at) + "x")).isNotEqualTo(of(text, "x"));
    }

    @Test
    void another_key_gives_another_pseudonym() {
        byte[] other = RunningIntake.KEY.clone();
        other[31]++;
        assertThat(of(new Pseudonyms(new PseudonymKey("k1", other)), "h-01", "P-1"))
                .isNotEqualTo(of("h-01", "P-1"));
    }

    /** The values of openssl are in the contract's PseudonymChainTest. */
    @Test
    void later_keys_make_what_the_registry_turns_the_first_ones_pseudonym_to() {
        List<PseudonymKey> later = List.of(laterKey("k2", 32), laterKey("k3", 64));
        String first = Objects.requireNonNull(of("h-01", "P-1"));

        assertThat(of(new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY), later), "h-01", "P-1"))
                .isEqualTo("k3-3.Kn1uFaMp17ZrHvwohw1RRQ")
                .isEqualTo(PseudonymChain.after("k1", later)
                        .newest(new PatientPseudonym(first))
                        .value());
    }

    @Test
    void refuses_a_later_key_that_is_the_first() {
        assertThatThrownBy(() -> new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY), List.of(laterKey("k2", 0))))
                .hasMessage("the keys k1 and k2 are the same secret");
    }

    @Test
    void a_pseudonym_of_this_registry_stays_the_patients() {
        String first = Objects.requireNonNull(of("h-01", "P-1"));
        Pseudonyms rotated = new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY), List.of(laterKey("k2", 32)));

        assertThat(of("h-01", first)).isEqualTo(first);
        assertThat(of(rotated, "h-01", first)).isEqualTo(of(rotated, "h-01", "P-1"));
    }

    @Test
    void what_only_looks_like_one_is_an_id_like_any_other() {
        String strangers = "k9.zL64Otxuayi7TaHAPjuH8g";

        assertThat(of("h-01", strangers)).startsWith("k1.").doesNotContain(strangers.substring(3));
    }

    private static PseudonymKey laterKey(String id, int firstByte) {
        byte[] secret = RunningIntake.KEY.clone();
        for (int i = 0; i < secret.length; i++) {
            secret[i] += (byte) firstByte;
        }
        return new PseudonymKey(id, secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "half \ud83d", "\ude00 half"})
    void refuses_what_is_no_id(String text) {
        assertThat(of("h-01", text)).isNull();
    }

    @Test
    void takes_1_to_128_characters_whatever_they_take_in_memory() {
        assertThat(of("h-01", "7")).isNotNull();
        assertThat(of("h-01", "\ud83d\ude00".repeat(128))).isNotNull();
        assertThat(of("h-01", "7".repeat(129))).isNull();
    }

    private @Nullable String of(String hospitalId, String patientId) {
        return of(pseudonyms, hospitalId, patientId);
    }

    private static @Nullable String of(Pseudonyms pseudonyms, String hospitalId, String patientId) {
        PatientPseudonym pseudonym = pseudonyms.ofHospital(hospitalId).pseudonym(patientId);
        return pseudonym == null ? null : pseudonym.value();
    }
}
