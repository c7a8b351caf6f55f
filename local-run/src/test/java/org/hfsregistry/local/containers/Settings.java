package org.hfsregistry.local.containers;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.service.SettingNames;
import tools.jackson.databind.JsonNode;

/** The names by which a service can be told something. */
final class Settings {

    private Settings() {}

    /** Those that a run tells it, which is shown to work, and those of the file in its jar, as Spring Boot compares them. */
    static Set<String> known(Server server) throws IOException {
        Set<String> known = new TreeSet<>();
        SettingNames.of(server).forEach(name -> known.add(canonical(name)));
        collect("", Compose.configuration(server), known);
        return known;
    }

    private static void collect(String prefix, JsonNode node, Set<String> known) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(prefix + "." + field.getKey(), field.getValue(), known));
        } else {
            known.add(canonical(prefix));
        }
    }

    /** Without hyphens, dots, brackets or case. */
    static String canonical(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[._\\[\\]-]", -1))
                .collect(Collectors.joining());
    }
}
