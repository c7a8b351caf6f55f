package org.hfsregistry.local.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/**
 * What the services of a run are told.
 *
 * @param mongodbUri may hold a password, so it goes by the environment, which other users of the machine don't see
 * @param pseudonymKey the file with it
 */
public record ServiceSettings(Addresses addresses, String kafkaBootstrap, String mongodbUri, Path pseudonymKey) {

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
            arguments.add("--hfs.intake.pseudonym.key-id=k1");
            arguments.add("--hfs.intake.pseudonym.key-file=" + pseudonymKey);
            arguments.add("--hfs.intake.receipts.at=" + addresses.of(Server.REGISTRY));
        }
        return arguments;
    }

    Map<String, String> environment() {
        return Map.of("SPRING_MONGODB_URI", mongodbUri);
    }
}
