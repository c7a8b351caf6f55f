package org.hfsregistry.analytics.statistic;

/** Writes answers as the interface over HTTP does. It exists so that what is frozen is, byte for byte, what is answered. */
public interface WrittenAnswers {

    /**
     * An answer in JSON.
     *
     * @param positions whether the places of the log are told
     */
    byte[] json(Answer answer, boolean positions);
}
