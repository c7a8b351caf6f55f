package org.hfsregistry.contract.clinical;

/** What surgery cost: C0 no complication, C1 present but not troublesome, C2 troublesome (Kondo et al. 2012). */
public enum ComplicationGrade implements Code {
    C0("C0"),
    C1("C1"),
    C2("C2");

    private final String code;

    ComplicationGrade(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
