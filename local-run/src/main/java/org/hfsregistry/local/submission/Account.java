package org.hfsregistry.local.submission;

/** What became of rows: received = accepted + rejected. */
public record Account(long received, long accepted, long rejected, long warnings) {

    /** Of no rows. */
    public static final Account NONE = new Account(0, 0, 0, 0);

    /** Of these rows and others. */
    public Account plus(Account other) {
        return new Account(
                received + other.received,
                accepted + other.accepted,
                rejected + other.rejected,
                warnings + other.warnings);
    }
}
