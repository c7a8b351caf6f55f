package org.hfsregistry.local.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/**
 * What the services of a run are told.
 *
 * @param mongodbUri may hold a password, so it goes by the environment, which other users of the machine don't see
 * @param pseudonymKey the file with the first one
 * @param laterPseudonymKeys the files with those that followed it
 */
public record ServiceSettings(
        Addresses addresses,
        String kafkaBootstrap,
        String mongodbUri,
        Path pseudonymKey,
        List<Path> laterPseudonymKeys) {

    private static final String FIRST_KEY = "k1";

    private static final String JWT = "--spring.security.oauth2.resourceserver.jwt.";

    List<String> arguments(Server service) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=" + Addresses.HOST,
                "--server.port=" + addresses.port(service),
                "--spring.kafka.bootstrap-servers=" + kafkaBootstrap,
                "--hfs.access.audience=" + Addresses.AUDIENCE,
                JWT + "issuer-uri=" + addresses.of(Server.ISSUER),
                JWT + "jwk-set-uri=" + addresses.of(Server.ISSUER).resolve("/oauth2/jwks")));
        if (service == Server.INTAKE) {
            arguments.add("--hfs.intake.pseudonym.key-id=" + FIRST_KEY);
            arguments.add("--hfs.intake.pseudonym.key-file=" + pseudonymKey);
            arguments.addAll(laterKeys("intake"));
            arguments.add("--hfs.intake.receipts.at=" + addresses.of(Server.REGISTRY));
        }
        if (service == Server.REGISTRY) {
            arguments.add("--hfs.registry.pseudonym.first-key-id=" + FIRST_KEY);
            arguments.addAll(laterKeys("registry"));
        }
        return arguments;
    }

    private List<String> laterKeys(String service) {
        return IntStream.range(0, laterPseudonymKeys.size())
                .mapToObj(each -> {
                    String key = "--hfs.%s.pseudonym.later-keys[%d].".formatted(service, each);
                    return Stream.of(key + "id=k" + (each + 2), key + "file=" + laterPseudonymKeys.get(each));
                })
                .flatMap(key -> key)
                .toList();
    }

    Map<String, String> environment() {
        return Map.of("SPRING_MONGODB_URI", mongodbUri);
    }
}
