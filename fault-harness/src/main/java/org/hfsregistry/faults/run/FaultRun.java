package org.hfsregistry.faults.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.hfsregistry.faults.check.CompareNumbers;
import org.hfsregistry.faults.check.CompareRecords;
import org.hfsregistry.faults.check.ExpectedRecord;
import org.hfsregistry.faults.check.FoundRecord;
import org.hfsregistry.faults.check.ProveRecord;
import org.hfsregistry.faults.check.ReadRecord;
import org.hfsregistry.faults.check.Violation;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.deployed.Deployment;
import org.hfsregistry.faults.deployed.Part;
import org.hfsregistry.faults.fault.FaultAccount;
import org.hfsregistry.faults.fault.FaultPlan;
import org.hfsregistry.faults.fault.InflictFaults;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.load.Load;
import org.hfsregistry.faults.load.ReportedRow;
import org.hfsregistry.faults.load.SendingAccount;
import org.hfsregistry.local.counting.Counting;
import org.hfsregistry.local.counting.SubmittedLog;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.Patience;
import org.hfsregistry.platform.RunServers;
import tools.jackson.databind.JsonNode;

/**
 * Hospitals submit while a plan of faults is carried out. Afterwards, with everything up and applied, their record and numbers are
 * compared with a reckoning from what was acknowledged, and with those of other hospitals that submit the same without a fault.
 *
 * @param servers embedded ones, or a {@code mongod} as the store
 * @param seed of the plan and of what hospitals submit; when something is killed in the middle of what, it can't say
 * @param rowsPerSecond of all hospitals together, at most
 * @param told what happens, in words
 */
public record FaultRun(
        Path data,
        RunServers servers,
        FaultPlan plan,
        int hospitals,
        double rowsPerSecond,
        long seed,
        Consumer<String> told) {

    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final int HISTORIES_OF_A_HOSPITAL = 20;

    /**
     * Does it all.
     *
     * @throws org.hfsregistry.local.run.CannotBeDone if a part does not come back, or what was submitted is never applied
     */
    public FaultRunAccount run() throws InterruptedException {
        told.accept("starting on " + data);
        try (Deployment deployment = Deployment.start(data, Deployment.project(), servers, EnumSet.allOf(Part.class));
                Load load = load(deployment)) {
            told.accept("all parts answer; hospitals submit from now on");
            Random random = new Random(seed);
            for (int number = 1; number <= hospitals; number++) {
                load.begin("h-" + number, rowsPerSecond / hospitals, new Random(random.nextLong()));
            }
            FaultAccount faults = new InflictFaults(deployment, load::requireGoingOn, told).inflict(plan);
            awaitPatients(load);
            told.accept("all parts answer again; hospitals come to their end");
            Map<String, Acknowledged> acknowledged = load.end();
            told.accept(load.account().toString());
            awaitCounted(deployment);
            told.accept("all of it is applied; reading it");
            return check(deployment, load, acknowledged, faults, random);
        }
    }

    /** A short run on a slow machine may have had no time for each of them while parts were killed. */
    private static void awaitPatients(Load load) throws InterruptedException {
        SendingAccount account = load.account();
        new Patience(STANDSTILL, load::requireGoingOn, nobody -> {})
                .await(() -> new Patience.Sight(
                        account.isOfPatientsToo(), account.toString(), "a patient merged, one parted, one erased"));
    }

    /** Hospitals that ask either instance of the registry. */
    static Load load(Deployment deployment) {
        return new Load(
                deployment.address(Part.INTAKE),
                Part.REGISTRIES.stream().map(deployment::address).toList(),
                deployment.tokens()::hospital);
    }

    private FaultRunAccount check(
            Deployment deployment,
            Load load,
            Map<String, Acknowledged> acknowledged,
            FaultAccount faults,
            Random random)
            throws InterruptedException {
        BearerTokens tokens = deployment.tokens();
        ReadRecord registry = new ReadRecord(deployment.address(Part.REGISTRY), HISTORIES_OF_A_HOSPITAL);
        List<Violation> violations = new ArrayList<>();
        Map<String, ExpectedRecord> expected = new LinkedHashMap<>();
        Map<String, FoundRecord> found = new LinkedHashMap<>();
        acknowledged.forEach((hospital, its) -> {
            ExpectedRecord record = ExpectedRecord.of(its.said());
            expected.put(hospital, record);
            FoundRecord there = registry.of(tokens.hospital(hospital), record, random);
            found.put(hospital, there);
            violations.addAll(CompareRecords.of(hospital, its, record, there));
        });
        told.accept("the record is read; the same is said in calm");
        sayCalmly(load, acknowledged);
        awaitCounted(deployment);
        Map<String, Map<String, JsonNode>> numbers = new LinkedHashMap<>();
        expected.forEach((hospital, record) -> {
            Map<String, JsonNode> its = numbers(deployment, hospital);
            numbers.put(hospital, its);
            violations.addAll(CompareNumbers.withTheRows(hospital, record, its));
            violations.addAll(CompareNumbers.withTheCalm(hospital, its, numbers(deployment, calm(hospital))));
        });
        told.accept("the numbers are read; the record is proved, store and log are looked through");
        violations.addAll(ProveRecord.of(deployment.address(Part.REGISTRY), tokens.admin()));
        Set<What> notNoticed = SelfCheck.of(acknowledged, found, numbers);
        PatientsInStore inStore =
                new PatientsInStore(deployment.mongodbUri(), deployment.kafkaBootstrap(), expected, acknowledged);
        violations.addAll(inStore.notErased());
        if (!inStore.findsTheLiving()) {
            notNoticed.add(What.NOT_ERASED);
        }
        int outcomes = expected.values().stream()
                .mapToInt(record -> record.reported().size())
                .sum();
        int treatments = found.values().stream()
                .mapToInt(record -> record.treatments().size())
                .sum();
        return new FaultRunAccount(
                seed, faults, load.account(), outcomes, treatments, List.copyOf(violations), notNoticed);
    }

    private static void sayCalmly(Load load, Map<String, Acknowledged> acknowledged) throws InterruptedException {
        for (Map.Entry<String, Acknowledged> hospital : acknowledged.entrySet()) {
            load.sayCalmly(
                    calm(hospital.getKey()),
                    hospital.getValue().said().stream()
                            .filter(said ->
                                    !(said instanceof ReportedRow row && row.kind() == ReportedRow.Kind.CONTRADICTION))
                            .toList());
        }
    }

    private static String calm(String hospital) {
        return "calm-" + hospital;
    }

    private static Map<String, JsonNode> numbers(Deployment deployment, String hospital) {
        return CompareNumbers.told(
                deployment.address(Part.ANALYTICS),
                hospital,
                deployment.tokens().hospital(hospital));
    }

    /** Returns when all that was submitted is registered and counted. */
    static void awaitCounted(Deployment deployment) throws InterruptedException {
        String admin = deployment.tokens().admin();
        URI anyStatistic = deployment.address(Part.ANALYTICS).resolve("/v1/statistics/mvd-success");
        try (SubmittedLog log = new SubmittedLog(deployment.kafkaBootstrap())) {
            new Counting(log, () -> LocalHttp.get(anyStatistic, admin).json().path("positions"))
                    .await(new Patience(STANDSTILL, () -> {}, nobody -> {}), lag -> {});
        }
    }
}
