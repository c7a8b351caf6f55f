package org.hfsregistry.registry.proof;

import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.registry.arrival.Place;

/**
 * Something that is wrong with the record.
 *
 * @param position of the entry of the history, or of the merge; absent where it is about none
 * @param place the document, or whose document an entry is about, or whose merge; absent where none is known
 * @param message in a sentence, without anything of a patient
 */
public record Finding(What what, Optional<Position> position, Optional<Place> place, String message) {

    static Finding ofEntry(What what, Position position, Optional<Place> place, String message) {
        return new Finding(what, Optional.of(position), place, message);
    }

    static Finding ofDocument(What what, Place place, String message) {
        return new Finding(what, Optional.empty(), Optional.of(place), message);
    }

    static Finding ofMerge(What what, Optional<Position> position, String hospitalId, String message) {
        return new Finding(what, position, Optional.of(new Place.OfHospital(hospitalId)), message);
    }

    static Finding ofSeals(What what, String message) {
        return new Finding(what, Optional.empty(), Optional.empty(), message);
    }

    static Finding ofKey(What what, Optional<Position> position, String message) {
        return new Finding(what, position, Optional.empty(), message);
    }

    /** Whether it is about a merge. */
    boolean isOfMerge() {
        return switch (what) {
            case MERGE_DIFFERS, MERGE_MISSING, MERGE_ADDED -> true;
            case ENTRY_ALTERED,
                    ENTRY_MISSING,
                    ENTRY_ADDED,
                    ENTRY_UNREADABLE,
                    SEAL_ALTERED,
                    SEAL_MISSING,
                    KNOWN_SEAL_DIFFERS,
                    KNOWN_SEAL_MISSING,
                    DOCUMENT_DIFFERS,
                    DOCUMENT_MISSING,
                    DOCUMENT_ADDED -> false;
        };
    }

    /** What can be wrong. */
    public enum What implements Code {
        /** An entry says something else than when it was sealed. */
        ENTRY_ALTERED("entry-altered"),
        /** A sealed entry is not there. */
        ENTRY_MISSING("entry-missing"),
        /** An entry is there that was not when its part of the history was sealed. */
        ENTRY_ADDED("entry-added"),
        /** An entry can't be read, or can't be carried out. */
        ENTRY_UNREADABLE("entry-unreadable"),
        /** A seal is not what was hashed, or does not continue the one before. */
        SEAL_ALTERED("seal-altered"),
        /** Seals between others are not there. */
        SEAL_MISSING("seal-missing"),
        /** A seal that somebody wrote down elsewhere is another here. */
        KNOWN_SEAL_DIFFERS("known-seal-differs"),
        /** A seal that somebody wrote down elsewhere is not there. */
        KNOWN_SEAL_MISSING("known-seal-missing"),
        /** A document is not what the history makes of it. */
        DOCUMENT_DIFFERS("document-differs"),
        /** A document of the history is not there. */
        DOCUMENT_MISSING("document-missing"),
        /** A document is there of which the history knows nothing. */
        DOCUMENT_ADDED("document-added"),
        /** A merge, or the undoing of one, is not what was decided. */
        MERGE_DIFFERS("merge-differs"),
        /** A merge that was decided is not there. */
        MERGE_MISSING("merge-missing"),
        /** A merge is there that was never decided. */
        MERGE_ADDED("merge-added");

        private final String code;

        What(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        boolean isOfHistory() {
            return switch (this) {
                case ENTRY_ALTERED,
                        ENTRY_MISSING,
                        ENTRY_ADDED,
                        ENTRY_UNREADABLE,
                        SEAL_ALTERED,
                        SEAL_MISSING,
                        KNOWN_SEAL_DIFFERS,
                        KNOWN_SEAL_MISSING -> true;
                case DOCUMENT_DIFFERS, DOCUMENT_MISSING, DOCUMENT_ADDED, MERGE_DIFFERS, MERGE_MISSING, MERGE_ADDED ->
                    false;
            };
        }
    }
}
