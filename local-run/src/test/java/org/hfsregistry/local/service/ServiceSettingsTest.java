package org.hfsregistry.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Keys;
import org.hfsregistry.local.run.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void intake_and_registry_are_told_the_same_later_keys() throws IOException {
        Path second = Files.writeString(folder.resolve("pseudonym-2.key"), "second");
        Path third = Files.writeString(folder.resolve("pseudonym-3.key"), "third");
        Files.writeString(folder.resolve("pseudonym-5.key"), "follows none");

        assertThat(about("intake", Server.INTAKE))
                .containsExactly(
                        "key-id=k1",
                        "key-file=" + new Keys(folder).pseudonymKey(),
                        "later-keys[0].id=k2",
                        "later-keys[0].file=" + second,
                        "later-keys[1].id=k3",
                        "later-keys[1].file=" + third);
        assertThat(about("registry", Server.REGISTRY))
                .containsExactly(
                        "first-key-id=k1",
                        "later-keys[0].id=k2",
                        "later-keys[0].file=" + second,
                        "later-keys[1].id=k3",
                        "later-keys[1].file=" + third);
        assertThat(arguments(Server.ANALYTICS)).noneMatch(argument -> argument.contains("pseudonym"));
    }

    @Test
    void without_later_keys_none_are_named() {
        assertThat(about("registry", Server.REGISTRY)).containsExactly("first-key-id=k1");
    }

    private List<String> about(String name, Server service) {
        String prefix = "--hfs." + name + ".pseudonym.";
        return arguments(service).stream()
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .toList();
    }

    private List<String> arguments(Server service) {
        ServiceSettings settings = settings();
        return settings.arguments(Instance.only(service, settings.addresses()));
    }

    private ServiceSettings settings() {
        Keys keys = new Keys(folder);
        return new ServiceSettings(
                new Addresses(0),
                "broker",
                "store",
                keys.pseudonymKey(),
                keys.laterPseudonymKeys(),
                Path.of("columns"),
                "secret");
    }
}
