package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.sample.HospitalOutcomes;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import org.junit.jupiter.api.Test;

/** {@code ./registry demo} as a person types it beside a run. */
class DemoIT {

    private static final int TREATMENTS = 120;

    @Test
    void plays_the_network_until_it_is_broken_off_and_the_next_one_goes_on_from_there() throws Exception {
        SharedRun run = SharedRun.alone(Map.of(), "--sample", "none");
        List<HospitalOutcomes> network = SyntheticNetwork.hospitals(TREATMENTS);
        int outcomes = network.stream()
                .mapToInt(hospital -> hospital.rows().get().size())
                .sum();
        int wrong = network.stream().mapToInt(HospitalOutcomes::toBeRefused).sum();

        List<String> brokenOff = brokenOff(run);
        assertThat(brokenOff)
                .contains(
                        SyntheticNetwork.BANNER,
                        "Playing %d outcomes of 40 hospitals, 5 a second.".formatted(outcomes),
                        "Stopped; the next demo goes on from there.");
        int played = played(brokenOff);
        assertThat(played).isBetween(1, outcomes - 1);

        List<String> wentOn = lines(process(run, "--rate", "1000"));
        assertThat(wentOn)
                .contains(
                        "Playing %d outcomes of 40 hospitals, 1000 a second, from the %dth on, where the last demo ended."
                                .formatted(outcomes, played + 1),
                        "The network was played to its end.");
        assertThat(accepted(brokenOff) + accepted(wentOn)).isEqualTo(outcomes - wrong);
        await().atMost(Hospital.PATIENCE)
                .until(() -> LocalHttp.get(
                                        run.at(Server.ANALYTICS, "/v1/hospitals"),
                                        run.tokens().researcher())
                                .json()
                                .path("groups")
                                .size()
                        == network.size());

        assertThat(lines(process(run, "--rate", "1000"))).anyMatch(line -> line.contains("played to its end here"));
    }

    /** By Ctrl-C, once its first outcomes are in. */
    private static List<String> brokenOff(SharedRun run) throws Exception {
        Process demo = process(run, "--rate", "5");
        List<String> lines = new ArrayList<>();
        try (BufferedReader printed = demo.inputReader(StandardCharsets.UTF_8)) {
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                lines.add(line);
                if (line.contains(" of ") && line.contains("% ") && demo.isAlive() && lines.size() < 10) {
                    interrupt(demo);
                }
            }
        }
        assertThat(demo.waitFor()).as("%s", lines).isZero();
        return lines;
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static Process process(SharedRun run, String... more) throws Exception {
        List<String> typed = new ArrayList<>(List.of("demo", "--treatments", Integer.toString(TREATMENTS)));
        typed.addAll(List.of("--data", run.data().toString()));
        typed.addAll(List.of(more));
        return RegistryScript.with(typed.toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> lines(Process process) throws Exception {
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.lines().toList();
    }

    private static int played(List<String> lines) {
        return number(lines, ".*?([\\d,]+) of .*");
    }

    private static int accepted(List<String> lines) {
        return number(lines, ".*now ([\\d,]+) accepted.*");
    }

    /** In the last line that has one. */
    private static int number(List<String> lines, String pattern) {
        return lines.stream()
                .filter(line -> line.contains(" outcomes played"))
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst(pattern, "$1").replace(",", ""))
                .map(Integer::valueOf)
                .orElseThrow();
    }
}
