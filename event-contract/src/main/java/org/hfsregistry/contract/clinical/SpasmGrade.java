package org.hfsregistry.contract.clinical;

/** What is left of the spasm: E0 none, E1 occasional slight, E2 moderate remains, E3 not cured (Kondo et al. 2012). */
public enum SpasmGrade implements Code {
    E0("E0"),
    E1("E1"),
    E2("E2"),
    E3("E3");

    private final String code;

    SpasmGrade(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
