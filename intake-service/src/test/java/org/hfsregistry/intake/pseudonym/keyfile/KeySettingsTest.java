package org.hfsregistry.intake.pseudonym.keyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hfsregistry.contract.pseudonym.KeyFile;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.pseudonym.UnusableKey;
import org.hfsregistry.intake.running.RunningIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KeySettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void a_single_key_is_a_chain_of_one() throws IOException {
        assertThat(pseudonymOf(new KeySettings("k1", key("k1", 0), List.of())).value())
                .isEqualTo("k1.zL64Otxuayi7TaHAPjuH8g");
    }

    @Test
    void the_environment_names_later_keys_by_their_numbers() throws IOException {
        Map<String, Object> variables = Map.of(
                "HFS_INTAKE_PSEUDONYM_KEY_ID",
                "k1",
                "HFS_INTAKE_PSEUDONYM_KEY_FILE",
                key("k1", 0).toString(),
                "HFS_INTAKE_PSEUDONYM_LATERKEYS_0_ID",
                "k2",
                "HFS_INTAKE_PSEUDONYM_LATERKEYS_0_FILE",
                key("k2", 32).toString(),
                "HFS_INTAKE_PSEUDONYM_LATERKEYS_1_ID",
                "k3",
                "HFS_INTAKE_PSEUDONYM_LATERKEYS_1_FILE",
                key("k3", 64).toString());
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));

        KeySettings settings = Binder.get(environment)
                .bind("hfs.intake.pseudonym", KeySettings.class)
                .get();

        assertThat(pseudonymOf(settings).value()).isEqualTo("k3-3.Kn1uFaMp17ZrHvwohw1RRQ");
    }

    @Test
    void says_what_is_not_set() {
        assertThatThrownBy(() -> new KeySettings("k1", null, List.of()).pseudonyms())
                .hasMessageContaining("is not set");
        assertThatThrownBy(() -> new KeySettings(null, folder.resolve("key"), List.of()).pseudonyms())
                .hasMessageContaining("is not set");
    }

    @Test
    void a_later_key_must_be_there_and_another_than_the_first() throws IOException {
        Path first = key("k1", 0);
        assertThatThrownBy(() -> later(first, new KeyFile("k2", folder.resolve("none"))))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(folder.resolve("none").toString());
        assertThatThrownBy(() -> later(first, new KeyFile("k2", first))).hasMessageContaining("the same secret");
        Path second = key("k2", 32);
        assertThatThrownBy(() -> later(first, new KeyFile("k1", second))).hasMessage("two keys have the id k1");
    }

    @Test
    void a_start_without_a_key_ends_with_a_remedy() throws IOException {
        UnusableKey failure = new UnusableKey("hfs.intake.pseudonym.key-file is not set");
        FailureAnalysis analysis =
                Objects.requireNonNull(new UnusableKeyAnalyzer().analyze(new IllegalStateException(failure)));
        assertThat(analysis.getDescription()).contains("key-file is not set");
        assertThat(analysis.getAction()).contains("openssl rand -base64 32").contains("docs/keys.md");
        Properties factories = new Properties();
        factories.load(getClass().getResourceAsStream("/META-INF/spring.factories"));
        assertThat(factories).containsValue(UnusableKeyAnalyzer.class.getName());
    }

    private static void later(Path first, KeyFile later) {
        new KeySettings("k1", first, List.of(later)).pseudonyms();
    }

    private static PatientPseudonym pseudonymOf(KeySettings settings) {
        return Objects.requireNonNull(settings.pseudonyms().ofHospital("h-01").pseudonym("P-1"));
    }

    private Path key(String name, int firstByte) throws IOException {
        byte[] secret = RunningIntake.KEY.clone();
        for (int i = 0; i < secret.length; i++) {
            secret[i] += (byte) firstByte;
        }
        return Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(secret));
    }
}
