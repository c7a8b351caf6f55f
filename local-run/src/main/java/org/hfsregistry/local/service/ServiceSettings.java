package org.hfsregistry.local.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.PagesClient;
import org.hfsregistry.local.run.Server;

/**
 * What the services of a run are told.
 *
 * @param mongodbUri may hold a password, so it goes by the environment, which other users of the machine don't see
 * @param pseudonymKey the file with the first one
 * @param laterPseudonymKeys the files with those that followed it
 * @param columns the folder in which analytics saves its columns
 * @param pagesSecret what they show the issuer; it goes by the environment, too
 */
public record ServiceSettings(
        Addresses addresses,
        String kafkaBootstrap,
        String mongodbUri,
        Path pseudonymKey,
        List<Path> laterPseudonymKeys,
        Path columns,
        String pagesSecret) {

    private static final String FIRST_KEY = "k1";

    /** So often that who tries it out need not wait for something to verify. */
    private static final String SEAL_EVERY = "5s";

    private static final String JWT = "--spring.security.oauth2.resourceserver.jwt.";
    private static final String CLIENT = "--spring.security.oauth2.client.registration.hfs.";
    private static final String PROVIDER = "--spring.security.oauth2.client.provider.hfs.";

    List<String> arguments(Instance instance) {
        Server service = instance.service();
        URI issuer = addresses.of(Server.ISSUER);
        URI keys = issuer.resolve("/oauth2/jwks");
        List<String> arguments = new ArrayList<>(List.of(
                "--server.address=" + Addresses.HOST,
                "--server.port=" + instance.port(),
                "--spring.kafka.bootstrap-servers=" + kafkaBootstrap,
                "--hfs.access.audience=" + Addresses.AUDIENCE,
                "--hfs.access.end-session-uri=" + issuer.resolve("/connect/logout"),
                JWT + "issuer-uri=" + issuer,
                JWT + "jwk-set-uri=" + keys));
        arguments.addAll(List.of(
                CLIENT + "client-id=" + PagesClient.ID,
                CLIENT + "authorization-grant-type=authorization_code",
                CLIENT + "redirect-uri={baseUrl}" + PagesClient.RETURN,
                CLIENT + "scope=openid",
                PROVIDER + "authorization-uri=" + issuer.resolve("/oauth2/authorize"),
                PROVIDER + "token-uri=" + issuer.resolve("/oauth2/token"),
                PROVIDER + "jwk-set-uri=" + keys,
                PROVIDER + "user-name-attribute=sub"));
        arguments.addAll(Stream.of(Server.ANALYTICS, Server.INTAKE, Server.REGISTRY)
                .map(pages -> "--hfs.pages." + pages.name().toLowerCase(Locale.ROOT) + "="
                        + addresses.of(pages).resolve("/"))
                .toList());
        if (service == Server.INTAKE) {
            arguments.add("--hfs.intake.pseudonym.key-id=" + FIRST_KEY);
            arguments.add("--hfs.intake.pseudonym.key-file=" + pseudonymKey);
            arguments.addAll(laterKeys("intake"));
            arguments.add("--hfs.intake.receipts.at=" + addresses.of(Server.REGISTRY));
            arguments.add("--hfs.intake.receipts.registry=" + addresses.of(Server.REGISTRY));
        }
        if (service == Server.ANALYTICS) {
            arguments.add("--hfs.analytics.columns.folder=" + columns);
            // A sample comes all at once, so every flag of it is new; nobody would be told of one.
            arguments.add("--hfs.analytics.disclosure.cooling-off=0d");
        }
        if (service == Server.REGISTRY) {
            arguments.add("--hfs.registry.pseudonym.first-key-id=" + FIRST_KEY);
            arguments.addAll(laterKeys("registry"));
            arguments.add("--hfs.registry.seal-every=" + SEAL_EVERY);
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
        return Map.of(
                "SPRING_MONGODB_URI",
                mongodbUri,
                "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HFS_CLIENT_SECRET",
                pagesSecret);
    }
}
