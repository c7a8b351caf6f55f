package org.hfsregistry.contract.clinical;

/** The side of the face that twitches, and that is treated. */
public enum Side implements Code {
    LEFT("left"),
    RIGHT("right");

    private final String code;

    Side(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
