package org.hfsregistry.faults.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hfsregistry.faults.check.ExpectedRecord;
import org.hfsregistry.faults.check.Violation;
import org.hfsregistry.faults.check.Violation.What;
import org.hfsregistry.faults.load.Acknowledged;
import org.hfsregistry.faults.store.SearchLog;
import org.hfsregistry.faults.store.SearchStore;

/**
 * Which patients are in any collection of the store, or in what compaction leaves of the treatments' topic: the erased must not be,
 * and looking has to find those who were not.
 */
record PatientsInStore(
        String mongodbUri,
        String kafkaBootstrap,
        Map<String, ExpectedRecord> expected,
        Map<String, Acknowledged> acknowledged) {

    /** Each document of an erased patient. */
    List<Violation> notErased() {
        List<String> erased = pseudonyms(true);
        return Stream.concat(
                        SearchStore.naming(mongodbUri, erased).stream()
                                .map(document -> new Violation(What.NOT_ERASED, "the store", document)),
                        SearchLog.naming(kafkaBootstrap, erased).stream()
                                .map(key -> new Violation(What.NOT_ERASED, "the treatments' topic", key)))
                .toList();
    }

    /** Whether looking finds anything at all. */
    boolean findsTheLiving() {
        Collection<String> living = pseudonyms(false);
        return living.isEmpty()
                || (!SearchStore.naming(mongodbUri, living).isEmpty()
                        && !SearchLog.naming(kafkaBootstrap, living).isEmpty());
    }

    private List<String> pseudonyms(boolean ofErased) {
        return expected.entrySet().stream()
                .flatMap(each ->
                        pseudonyms(each.getValue(), Objects.requireNonNull(acknowledged.get(each.getKey())), ofErased))
                .toList();
    }

    private static Stream<String> pseudonyms(ExpectedRecord record, Acknowledged its, boolean ofErased) {
        return its.pseudonyms().entrySet().stream()
                .filter(each -> record.isErased(each.getKey()) == ofErased)
                .map(Map.Entry::getValue);
    }
}
