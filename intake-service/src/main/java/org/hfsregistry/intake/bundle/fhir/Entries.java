package org.hfsregistry.intake.bundle.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.contract.clinical.Fault;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The entries of one Bundle, and which of them a reference means. */
final class Entries {

    /**
     * One entry of a Bundle.
     *
     * @param index counted from 0, as FHIRPath does
     * @param resource absent where it could not be read
     * @param faults what is wrong with it before anybody asks what it means; their fields are FHIRPaths
     */
    record Entry(int index, String fullUrl, Optional<Resource> resource, List<Fault> faults) {

        /** The FHIRPath of the resource. */
        String path() {
            return "Bundle.entry[%d].resource".formatted(index);
        }

        /** The FHIRPath of an element of the resource. */
        String path(String element) {
            return path() + "." + element;
        }

        <R extends Resource> Optional<R> as(Class<R> type) {
            return resource.filter(type::isInstance).map(type::cast);
        }
    }

    private final List<Entry> all;
    private final Map<String, Entry> byAddress = new HashMap<>();

    Entries(List<Entry> all) {
        this.all = List.copyOf(all);
        for (Entry entry : all) {
            entry.resource().ifPresent(resource -> {
                if (resource.hasId()) {
                    String id = resource.getIdElement().getIdPart();
                    byAddress.putIfAbsent(resource.fhirType() + "/" + id, entry);
                }
                byAddress.putIfAbsent(entry.fullUrl(), entry);
            });
        }
    }

    List<Entry> all() {
        return all;
    }

    /** The entry by its full URL, else by the type and the id at the reference's end. */
    Optional<Entry> find(Reference reference) {
        String text = reference.getReference();
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        IdType id = new IdType(text);
        return Optional.ofNullable(byAddress.get(text))
                .or(() -> Optional.ofNullable(byAddress.get(id.getResourceType() + "/" + id.getIdPart())));
    }

    /** The one entry of that type that is meant; a fault where there is none, or more than one. */
    <R extends Resource> Optional<Entry> one(
            OutcomeDraft draft, List<Reference> references, Class<R> type, String path) {
        List<Entry> found = references.stream()
                .flatMap(reference -> find(reference).stream())
                .filter(entry -> entry.as(type).isPresent())
                .distinct()
                .toList();
        if (found.size() != 1) {
            String name = type.getSimpleName();
            draft.refuse(
                    "NOT_IN_BUNDLE",
                    path,
                    path,
                    "this does not refer to exactly one %s in this Bundle".formatted(name),
                    "send the %s in the same Bundle, and refer to its fullUrl or as type/id".formatted(name));
            return Optional.empty();
        }
        draft.uses(found.getFirst());
        return Optional.of(found.getFirst());
    }

    /** The ids of the patient that an entry is about, so that they are not told. */
    Set<String> patientIds(Entry entry) {
        Set<String> ids = new HashSet<>();
        entry.resource().ifPresent(resource -> {
            ids.addAll(Patients.ids(resource));
            Patients.subject(resource)
                    .flatMap(this::find)
                    .flatMap(Entry::resource)
                    .ifPresent(patient -> ids.addAll(Patients.ids(patient)));
        });
        return ids;
    }
}
