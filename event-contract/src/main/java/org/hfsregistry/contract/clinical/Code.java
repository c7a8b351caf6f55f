package org.hfsregistry.contract.clinical;

/** A term of the field with the one spelling that it has on the wire. */
public interface Code {

    /** The spelling, stable for ever once it was published. */
    String code();
}
