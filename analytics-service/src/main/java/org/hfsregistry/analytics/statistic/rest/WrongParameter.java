package org.hfsregistry.analytics.statistic.rest;

import java.util.List;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.contract.json.Nearest;

/** A parameter that is not asked for here, or a value that it can't have. */
final class WrongParameter extends RuntimeException {

    private final String code;
    private final String parameter;

    private WrongParameter(String code, String parameter, String message) {
        super(message);
        this.code = code;
        this.parameter = parameter;
    }

    static WrongParameter unknown(String parameter, List<String> known) {
        return new WrongParameter(
                "UNKNOWN_PARAMETER",
                parameter,
                "The parameter " + parameter + " is not answered here; " + Nearest.question(parameter, known)
                        + "What may be asked: " + String.join(", ", known) + ".");
    }

    static WrongParameter value(String parameter, String choices) {
        return new WrongParameter(
                "WRONG_PARAMETER", parameter, "The parameter " + parameter + " takes " + choices + ".");
    }

    /** A value that is for the hospital itself only. */
    static WrongParameter tooFine(Asked.TooFine tooFine) {
        return value(
                tooFine.parameter(),
                tooFine.choices()
                        + ", but where a hospital's own token asks for that hospital alone: two answers tell of those"
                        + " between");
    }

    String code() {
        return code;
    }

    String parameter() {
        return parameter;
    }
}
