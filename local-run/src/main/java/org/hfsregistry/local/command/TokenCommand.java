package org.hfsregistry.local.command;

import org.hfsregistry.local.issuer.BearerTokens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token and nothing else, for a header on a command line. */
@Command(
        name = "token",
        header = "Prints a bearer token of the local issuer, for who asks or submits.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {

    @Mixin
    private DataFolder data = new DataFolder();

    @ArgGroup(multiplicity = "1")
    private Caller caller = new Caller();

    @Override
    public void run() {
        BearerTokens tokens = data.tokens();
        System.out.println(caller.token(tokens));
    }

    static final class Caller {

        @Option(
                names = "--hospital",
                paramLabel = "ID",
                converter = HospitalId.class,
                description = "Submits as this hospital, and reads its records and its own numbers whole.")
        private @Nullable String hospital;

        @Option(names = "--researcher", description = "Reads statistics under the researchers' rule; submits nothing.")
        @SuppressWarnings("UnusedVariable")
        private boolean researcher;

        @Option(
                names = "--admin",
                description = "Reads every hospital's records in the registry; each request names the hospital by"
                        + " ?hospitalId=ID. Submits nothing, and sees the numbers that everybody sees.")
        private boolean admin;

        String token(BearerTokens tokens) {
            if (hospital != null) {
                return tokens.hospital(hospital);
            }
            return admin ? tokens.admin() : tokens.researcher();
        }
    }
}
