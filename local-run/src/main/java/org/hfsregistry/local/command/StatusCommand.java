package org.hfsregistry.local.command;

import java.util.List;
import java.util.Locale;
import org.hfsregistry.local.counting.SubmittedLog;
import org.hfsregistry.local.figures.Statistics;
import org.hfsregistry.local.figures.TextTable;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.RunRecord;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.up.Sample;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how the run is. */
@Command(name = "status", header = "Says how the run is: health, lag and counts.", mixinStandardHelpOptions = true)
final class StatusCommand implements Runnable {

    @Mixin
    private DataFolder data = new DataFolder();

    @Override
    public void run() {
        RunRecord run = data.running();
        TextTable table = new TextTable(2, List.of("server", "health", "address"));
        for (Server server : Server.values()) {
            table.add(List.of(
                    server.name().toLowerCase(Locale.ROOT),
                    isHealthy(run, server) ? "up" : "DOWN",
                    run.addresses().of(server).toString()));
        }
        if (run.sample().equals(Sample.NETWORK.name())) {
            System.out.println(SyntheticNetwork.BANNER);
        }
        table.lines().forEach(System.out::println);
        try (SubmittedLog log = new SubmittedLog(run.kafkaBootstrap())) {
            System.out.printf(Locale.ROOT, "%,d outcomes submitted and not registered yet%n", log.lag());
        }
        new Statistics(run.addresses().of(Server.ANALYTICS), data.tokens().admin())
                .counts(data.forTheNext())
                .forEach(System.out::println);
    }

    private static boolean isHealthy(RunRecord run, Server server) {
        String path = server == Server.ISSUER ? "/oauth2/jwks" : "/actuator/health";
        return LocalHttp.isGood(run.addresses().of(server).resolve(path));
    }
}
