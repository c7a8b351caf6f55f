package org.hfsregistry.analytics.statistic.rest;

/** A parameter that is not asked for here, or a value that it can't have. */
final class WrongParameter extends RuntimeException {
    private final String code;
    private final String parameter;

    private WrongParameter(String code, String parameter, String message) {
        super(message);
        this.code = code;
        this.parameter = parameter;
    }

    static WrongParameter unknown(String parameter, Iterable<String> known) {
        return new WrongParameter(
                "UNKNOWN_PARAMETER",
                parameter,
                "The parameter " + parameter + " is not answered here; what may be asked: " + String.join(", ", known)
                        + ".");
    }

    static WrongParameter value(String parameter, String choices) {
        return new WrongParameter(
                "WRONG_PARAMETER", parameter, "The parameter " + parameter + " takes " + choices + ".");
    }

    String code() {
        return code;
    }

    String parameter() {
        return parameter;
    }
}
