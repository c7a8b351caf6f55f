package org.hfsregistry.analytics.statistic;

import java.util.List;

/** Answers as they were. It exists so that the interface tells them and need not know who keeps them. */
public interface FrozenAnswers {

    /**
     * The answer that a snapshot has to a question.
     *
     * @param researcher whether it is told under the researchers' rule; else under that for everybody
     */
    Found find(String snapshot, AskedText asked, boolean researcher);

    /** What a snapshot has. */
    sealed interface Found {

        /**
         * The answer.
         *
         * @param json as it was written when it was frozen
         * @param checksum SHA-256 of that, in hexadecimal digits
         */
        @SuppressWarnings("ArrayRecordComponent") // written out once, and compared by its checksum
        record Kept(byte[] json, String checksum) implements Found {}

        /** There is no such snapshot. */
        record NoSuchSnapshot() implements Found {}

        /** The snapshot has no answer to that question; it has some to these of the same statistic. */
        record NotFrozen(List<AskedText> frozen) implements Found {}
    }
}
