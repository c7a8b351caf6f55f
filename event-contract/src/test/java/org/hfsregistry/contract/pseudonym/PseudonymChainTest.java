package org.hfsregistry.contract.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PseudonymChainTest {

    private static final PseudonymKey K2 = key("k2", 32);
    private static final PseudonymKey K3 = key("k3", 64);
    private static final PatientPseudonym OLDEST = new PatientPseudonym("k1.zL64Otxuayi7TaHAPjuH8g");

    /** printf k1.zL64Otxuayi7TaHAPjuH8g | openssl dgst -sha256 -mac HMAC -macopt hexkey:2021...3f -binary | head -c16 | base64 */
    private static final PatientPseudonym MIDDLE = new PatientPseudonym("k2-2.R-PzEbhEIrz_MupFIPe-6Q");

    /** printf k2-2.R-PzEbhEIrz_MupFIPe-6Q | openssl dgst -sha256 -mac HMAC -macopt hexkey:4041...5f -binary | head -c16 | base64 */
    private static final PatientPseudonym NEWEST = new PatientPseudonym("k3-3.Kn1uFaMp17ZrHvwohw1RRQ");

    @Test
    void a_later_key_turns_what_openssl_says() {
        PseudonymChain chain = PseudonymChain.after("k1", List.of(K2, K3));

        assertThat(PseudonymChain.after("k1", List.of(K2)).newest(OLDEST)).isEqualTo(MIDDLE);
        assertThat(chain.newest(OLDEST)).isEqualTo(NEWEST);
        assertThat(chain.newest(MIDDLE)).isEqualTo(NEWEST);
        assertThat(chain.newest(NEWEST)).isEqualTo(NEWEST);
        assertThat(chain.isNewest(NEWEST)).isTrue();
        assertThat(chain.isNewest(MIDDLE)).isFalse();
        assertThat(chain.newestName()).isEqualTo("k3-3");
    }

    @Test
    void without_later_keys_nothing_is_turned() {
        PseudonymChain chain = PseudonymChain.after("k1", List.of());

        assertThat(chain.newest(OLDEST)).isEqualTo(OLDEST);
        assertThat(chain.newestName()).isEqualTo("k1");
    }

    @Test
    void turns_the_same_in_many_threads() {
        PseudonymChain chain = PseudonymChain.after("k1", List.of(K2, K3));

        assertThat(IntStream.range(0, 10_000).parallel().mapToObj(_ -> chain.newest(OLDEST)))
                .hasSize(10_000)
                .containsOnly(NEWEST);
    }

    /** Else a chain that lost its first key would make another patient of everybody, under the same name. */
    @Test
    void a_key_at_another_place_is_another_key() {
        PseudonymChain chain = PseudonymChain.after("k1", List.of(K2, K3));

        assertThat(Stream.of(
                        PseudonymChain.of(K2, List.of()),
                        PseudonymChain.of(K2, List.of(K3)),
                        PseudonymChain.of(key("k1", 0), List.of(K3)),
                        PseudonymChain.of(key("k1", 0), List.of(K3, K2))))
                .allSatisfy(other -> assertThatThrownBy(() -> chain.requireKnown(other.newestName()))
                        .isInstanceOf(UnknownPseudonymKey.class)
                        .hasMessage("the pseudonym key %s is not known here; known are k1, k2-2, k3-3"
                                .formatted(other.newestName())));
        assertThatThrownBy(() -> chain.newest(new PatientPseudonym("k2.zL64Otxuayi7TaHAPjuH8g")))
                .isInstanceOf(UnknownPseudonymKey.class);
    }

    @Test
    void refuses_a_key_that_is_there_twice() {
        assertThatThrownBy(() -> PseudonymChain.after("k1", List.of(K2, key("k2", 64))))
                .hasMessage("two keys have the id k2");
        assertThatThrownBy(() -> PseudonymChain.after("k2", List.of(K2))).hasMessage("two keys have the id k2");
        assertThatThrownBy(() -> PseudonymChain.after("k1", List.of(K2, key("k3", 32))))
                .hasMessage("the keys k2 and k3 are the same secret");
        assertThatThrownBy(() -> PseudonymChain.of(key("k1", 32), List.of(K3, K2)))
                .hasMessage("the keys k1 and k2 are the same secret");
    }

    @Test
    void refuses_an_id_that_leaves_no_room_for_its_place() {
        assertThat(PseudonymChain.after("sixteen-letters-", List.of(key("fourteen-lette", 32)))
                        .names())
                .containsExactly("sixteen-letters-", "fourteen-lette-2");
        assertThatThrownBy(() -> PseudonymChain.after("k1", List.of(key("fifteen-letters", 32))))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("fifteen-letters-2");
        assertThatThrownBy(() -> PseudonymChain.after("k 1", List.of())).isInstanceOf(UnusableKey.class);
    }

    @Test
    void a_pseudonym_says_which_key_it_was_made_with() {
        assertThat(OLDEST.keyName()).isEqualTo("k1");
        assertThat(NEWEST.keyName()).isEqualTo("k3-3");
    }

    private static PseudonymKey key(String id, int firstByte) {
        byte[] secret = new byte[PseudonymKey.FEWEST_BYTES];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (firstByte + i);
        }
        return new PseudonymKey(id, secret);
    }
}
