package org.hfsregistry.registry.proof.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;
import org.hfsregistry.registry.proof.Account;
import org.hfsregistry.registry.proof.Finding;
import org.hfsregistry.registry.proof.Head;
import org.jspecify.annotations.Nullable;

/** A line of an answer: how far it is, something that is wrong, the closing summary, or why there will be none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestLine(
        @Nullable Progress progress,
        @Nullable Found finding,
        @Nullable Summary summary,
        @Nullable Failure failure) {

    static RestLine progress(Account account) {
        return new RestLine(Progress.of(account), null, null, null);
    }

    static RestLine of(Finding finding) {
        return new RestLine(null, Found.of(finding), null, null);
    }

    static RestLine summary(Account account) {
        return new RestLine(null, null, Summary.of(account), null);
    }

    static RestLine failure(String code, String message) {
        return new RestLine(null, null, null, new Failure(code, message));
    }

    /** How far it is. */
    record Progress(long seals, long sealedEntries, long unsealedEntries, long documents) {
        static Progress of(Account account) {
            return new Progress(
                    account.seals(), account.sealedEntries(), account.unsealedEntries(), account.documents());
        }
    }

    /** Something that is wrong. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String what,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String hospitalId,
            @Nullable String treatmentId,
            String message) {

        static Found of(Finding finding) {
            Optional<Place> place = finding.place();
            return new Found(
                    finding.what().code(),
                    finding.position().map(Position::partition).orElse(null),
                    finding.position().map(Position::offset).orElse(null),
                    place.map(Place::hospitalId).orElse(null),
                    place.flatMap(Found::treatmentId).orElse(null),
                    finding.message());
        }

        private static Optional<String> treatmentId(Place place) {
            return place instanceof Place.OfTreatment treatment
                    ? Optional.of(treatment.treatmentId())
                    : Optional.empty();
        }
    }

    /** What it came to. */
    record Summary(
            boolean proved,
            long seals,
            long sealedEntries,
            long erasedEntries,
            long unsealedEntries,
            long documents,
            long replaced,
            Map<String, Long> findings,
            List<RestHead> heads) {

        static Summary of(Account account) {
            Map<String, Long> findings = new TreeMap<>();
            account.findings().forEach((what, times) -> findings.put(what.code(), times));
            return new Summary(
                    findings.isEmpty(),
                    account.seals(),
                    account.sealedEntries(),
                    account.erasedEntries(),
                    account.unsealedEntries(),
                    account.documents(),
                    account.replaced(),
                    findings,
                    account.heads().stream().map(RestHead::of).toList());
        }
    }

    /** The last seal of a partition. */
    record RestHead(int partition, long number, String hash) {
        static RestHead of(Head head) {
            return new RestHead(head.partition(), head.number(), head.hash());
        }
    }

    /** Why it was broken off. */
    record Failure(String code, String message) {}
}
