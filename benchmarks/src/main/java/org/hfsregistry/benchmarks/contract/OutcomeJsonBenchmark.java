package org.hfsregistry.benchmarks.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One assessment of an operation of 300 bytes: read with every check, and written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class OutcomeJsonBenchmark {

    private static final PatientPseudonym PSEUDONYM = new PatientPseudonym("k1.AAAAAAAAAAAAAAAAAAAAAA");
    private static final Submission SUBMISSION =
            new Submission(Optional.of("h-01"), id -> PSEUDONYM, LocalDate.of(2026, 1, 1));

    private final byte[] json = """
            {"type":"mvd-outcome","outcomeId":"o-000001","patientId":"4711","treatmentId":"t-000001","side":"left",\
            "treatedOn":"2024-03-01","assessedOn":"2025-03-01","spasmGrade":"E0","spasmReductionPct":95,\
            "complicationGrade":"C1","complications":[{"kind":"facial-palsy","course":"transient"}],\
            "patient":{"birthYear":1960,"sex":"female","etiology":"vascular"}}""".getBytes(UTF_8);

    private final Outcome outcome = outcome();

    private Outcome outcome() {
        return switch (OutcomeJson.read(json, SUBMISSION)) {
            case OutcomeReading.Accepted accepted -> accepted.outcome();
            case OutcomeReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Bytes to a checked record. */
    @Benchmark
    public OutcomeReading read() {
        return OutcomeJson.read(json, SUBMISSION);
    }

    /** A record to bytes. */
    @Benchmark
    public byte[] write() {
        return OutcomeJson.write(outcome);
    }
}
