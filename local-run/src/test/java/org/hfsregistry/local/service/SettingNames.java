package org.hfsregistry.local.service;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.Server;

/** The names of what a run tells its services, which the tests of runs show to be read. */
public final class SettingNames {

    private SettingNames() {}

    public static List<String> of(Server service) {
        ServiceSettings settings = new ServiceSettings(
                new Addresses(0),
                "broker",
                "store",
                Path.of("key"),
                List.of(Path.of("later-key")),
                Path.of("columns"),
                "secret");
        return Stream.concat(
                        settings.arguments(Instance.only(service, settings.addresses())).stream()
                                .map(argument -> argument.substring(2, argument.indexOf('='))),
                        settings.environment().keySet().stream())
                .toList();
    }
}
