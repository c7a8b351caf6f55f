package org.hfsregistry.local.submission;

/**
 * A stretch of a file that is sent as one batch.
 *
 * @param before what is added to the number of a row of the batch to get its number in the file
 */
record Part(String contentType, String body, long before) {

    static final int MOST_ROWS = 1_000;
    static final int MOST_BYTES = 512 * 1024;
}
