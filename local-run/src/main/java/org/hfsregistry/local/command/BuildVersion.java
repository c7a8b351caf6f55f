package org.hfsregistry.local.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
                .orElse("(classes of a build that is not packed)");
        return new String[] {"HFS Outcomes Registry " + version + ", on Java " + Runtime.version()};
    }
}
