package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.FreePorts;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.sample.HospitalOutcomes;
import org.hfsregistry.sample.Submitted;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up network, smaller than usual, broken off in the middle of its loading and loaded again, to its table. */
class NetworkIT {

    private static final int TREATMENTS = 10_000;
    private static final int ENOUGH_ASSESSED = 60;

    @TempDir
    private Path data;

    private final Addresses addresses = FreePorts.addresses();

    @Test
    void a_load_that_was_broken_off_is_made_good_and_the_table_finds_those_who_are_truly_worse() throws Exception {
        endsSoonWhenItIsToldToWhileItLoads();

        RunningRegistry network = RunningRegistry.start(data, addresses, options());
        try {
            List<HospitalOutcomes> hospitals = SyntheticNetwork.hospitals(TREATMENTS);
            assertTheAccountIsWhole(network, hospitals);
            assertItIsSaidToBeSynthetic(network);
            String table = String.join("\n", network.tables());
            assertThat(truthOf(hospitals))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(worse ->
                            assertThat(table).containsPattern("outside the funnel: .*" + worse + " below-(95|99\\.8)"));
        } finally {
            assertThat(network.stop()).isZero();
        }
    }

    private void endsSoonWhenItIsToldToWhileItLoads() throws Exception {
        RunningRegistry broken = RunningRegistry.startUntil("loading the sample", data, addresses, options());
        Instant told = Instant.now();
        assertThat(broken.stop()).isZero();
        System.out.printf(
                "SIGTERM in the middle of loading: ended after %d ms%n",
                Duration.between(told, Instant.now()).toMillis());
        assertThat(broken.printed())
                .contains("The sample is not loaded to its end; the next start on these data loads all of it.")
                .noneMatch(line -> line.contains("registry: "))
                .last()
                .asString()
                .startsWith("Stopped.");
    }

    private static String[] options() {
        return new String[] {"--sample", "network", "--treatments", Integer.toString(TREATMENTS)};
    }

    /** Accepted and rejected are all that was sent, and the rejected are those that are wrong on purpose. */
    private static void assertTheAccountIsWhole(RunningRegistry network, List<HospitalOutcomes> hospitals) {
        int sent = hospitals.stream()
                .mapToInt(hospital -> hospital.rows().get().size())
                .sum();
        int wrong = hospitals.stream().mapToInt(HospitalOutcomes::toBeRefused).sum();

        assertThat(wrong).isEqualTo(32);
        assertThat(network.printed())
                .anyMatch(line -> line.contains("sample: 40 hospitals, %d outcomes accepted, %d refused as they should"
                        .formatted(sent - wrong, wrong)));
    }

    private void assertItIsSaidToBeSynthetic(RunningRegistry network) throws Exception {
        assertThat(network.printed())
                .anyMatch(line -> line.contains("loading the sample: a synthetic network"))
                .contains(SyntheticNetwork.BANNER);
        Process status =
                RegistryScript.with("status", "--data", data.toString()).start();
        assertThat(new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith(SyntheticNetwork.BANNER);
        BearerTokens tokens = new BearerTokens(
                addresses.of(Server.ISSUER), new RunFolder(data).keys().clientSecret());
        assertThat(LocalHttp.get(addresses.of(Server.ANALYTICS).resolve("/v1/hospitals"), tokens.researcher())
                        .json()
                        .findValuesAsString("name"))
                .hasSize(40)
                .allMatch(name -> name.startsWith("Synthetic hospital "));
    }

    /** The hospitals with enough operations assessed of which fewer than four in five were free of spasm, by their own rows. */
    private static List<String> truthOf(List<HospitalOutcomes> hospitals) {
        return hospitals.stream()
                .map(Submitted::by)
                .filter(hospital -> hospital.atAYear().size() > ENOUGH_ASSESSED && partFree(hospital.atAYear()) < 0.8)
                .map(Submitted::hospitalId)
                .toList();
    }

    private static double partFree(List<MvdOutcome> assessed) {
        return assessed.stream()
                        .filter(outcome -> outcome.spasmGrade() == SpasmGrade.E0)
                        .count()
                / (double) assessed.size();
    }
}
