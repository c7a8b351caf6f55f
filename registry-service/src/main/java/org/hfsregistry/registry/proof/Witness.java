package org.hfsregistry.registry.proof;

/** Who is told of a proof while it goes on. */
public interface Witness {

    /** Something is wrong. */
    void found(Finding finding);

    /** It got so far; said often. */
    void reached(Account account);
}
