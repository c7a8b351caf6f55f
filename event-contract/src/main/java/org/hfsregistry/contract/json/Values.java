package org.hfsregistry.contract.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/** The kinds of value that fields have. */
final class Values {

    static final Value<String> TEXT = new Text();
    static final Value<Boolean> FLAG = new Flag();
    static final Value<Integer> WHOLE_NUMBER = new WholeNumber();
    static final Value<Long> LONG_NUMBER = new LongNumber();
    static final Value<Double> NUMBER = new DecimalNumber();
    static final Value<LocalDate> DATE = new Date();
    static final Value<Instant> TIME = new Time();
    static final Value<PatientPseudonym> PATIENT = new PatientValue();

    static final String TO_QUOTE = "send it as a string in double quotes";

    private static final double LARGEST_EXACT = 9e15;

    private Values() {}

    static <E extends Enum<E> & Code> Value<E> code(Class<E> codes) {
        return CodeValue.of(codes);
    }

    static <V> Value<List<V>> listOf(Value<V> element) {
        return new ListValue<>(element);
    }

    /** Notes a fault of the value at the parser's token and skips it. */
    static void refuse(Input in, Faults faults, String code, String field, String problem, String fix) {
        JsonToken token = in.parser.currentToken();
        // what stands for the outcome as a whole may be anything, a patient id too
        String value = token != null && token.isScalarValue() && !field.isEmpty() ? in.parser.getString() : null;
        in.parser.skipChildren();
        faults.add(code, field, value, (field.isEmpty() ? "the outcome" : field) + " " + problem, fix);
    }

    private record Text() implements Value<String> {
        @Override
        public @Nullable String read(Input in, String field, Faults faults) {
            if (in.parser.currentToken() != JsonToken.VALUE_STRING) {
                refuse(in, faults, "NOT_A_TEXT", field, "is not a text", TO_QUOTE);
                return null;
            }
            return in.parser.getString();
        }

        @Override
        public void write(JsonGenerator out, String value) {
            out.writeString(value);
        }
    }

    private record Flag() implements Value<Boolean> {
        @Override
        public @Nullable Boolean read(Input in, String field, Faults faults) {
            if (!in.parser.currentToken().isBoolean()) {
                refuse(
                        in,
                        faults,
                        "NOT_A_FLAG",
                        field,
                        "is neither true nor false",
                        "send true or false, without quotes");
                return null;
            }
            return in.parser.getBooleanValue();
        }

        @Override
        public void write(JsonGenerator out, Boolean value) {
            out.writeBoolean(value);
        }
    }

    private record WholeNumber() implements Value<Integer> {
        @Override
        public @Nullable Integer read(Input in, String field, Faults faults) {
            Long number = LONG_NUMBER.read(in, field, faults);
            if (number == null) {
                return null;
            }
            if (number != number.intValue()) {
                faults.add("OUT_OF_RANGE", field, number, field + " is too large", "send a smaller whole number");
                return null;
            }
            return number.intValue();
        }

        @Override
        public void write(JsonGenerator out, Integer value) {
            out.writeNumber(value);
        }
    }

    private record LongNumber() implements Value<Long> {
        @Override
        public @Nullable Long read(Input in, String field, Faults faults) {
            if (in.parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                refuse(
                        in,
                        faults,
                        "NOT_A_WHOLE_NUMBER",
                        field,
                        "is not a whole number",
                        "send a whole number, without quotes");
                return null;
            }
            try {
                return in.parser.getLongValue();
            } catch (InputCoercionException tooLarge) {
                refuse(in, faults, "OUT_OF_RANGE", field, "is too large", "send a smaller whole number");
                return null;
            }
        }

        @Override
        public void write(JsonGenerator out, Long value) {
            out.writeNumber(value);
        }
    }

    private record DecimalNumber() implements Value<Double> {
        @Override
        public @Nullable Double read(Input in, String field, Faults faults) {
            JsonParser parser = in.parser;
            if (!parser.currentToken().isNumeric()) {
                refuse(in, faults, "NOT_A_NUMBER", field, "is not a number", "send a number, without quotes");
                return null;
            }
            double number = parser.getDoubleValue();
            if (Double.isInfinite(number)) {
                refuse(in, faults, "OUT_OF_RANGE", field, "is too large", "send a smaller number");
                return null;
            }
            return number == 0 ? 0.0 : number;
        }

        @Override
        public void write(JsonGenerator out, Double value) {
            if (value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT) {
                out.writeNumber(value.longValue());
            } else {
                out.writeNumber(value);
            }
        }
    }

    private record Date() implements Value<LocalDate> {

        // the lengths of the parts with the hyphens before them
        private static final int YEAR = "YYYY".length();
        private static final int MONTH = "-MM".length();
        private static final int DAY = "-DD".length();

        @Override
        public @Nullable LocalDate read(Input in, String field, Faults faults) {
            LocalDate date = in.parser.currentToken() == JsonToken.VALUE_STRING ? parsed(in.parser.getString()) : null;
            if (date == null) {
                refuse(
                        in,
                        faults,
                        "NOT_A_DATE",
                        field,
                        "is not a date of the form YYYY-MM-DD",
                        "write the date as in 2024-03-31");
                return null;
            }
            if (date.isAfter(in.submission.today())) {
                faults.add(
                        "IN_FUTURE",
                        field,
                        date,
                        field + " is after today, " + in.submission.today(),
                        "send the date on which it happened");
                return null;
            }
            int before = faults.count();
            faults.notTooEarly(field, date);
            return faults.count() == before ? date : null;
        }

        /** By its digits: the formatter of ISO dates takes ten times as long, and lets years of five digits pass. */
        private static @Nullable LocalDate parsed(String text) {
            if (text.length() != YEAR + MONTH + DAY || text.charAt(YEAR) != '-' || text.charAt(YEAR + MONTH) != '-') {
                return null;
            }
            int year = digits(text, 0, YEAR);
            int month = digits(text, YEAR + 1, YEAR + MONTH);
            int day = digits(text, YEAR + MONTH + 1, YEAR + MONTH + DAY);
            try {
                return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
            } catch (DateTimeException notADate) {
                return null;
            }
        }

        private static int digits(String text, int from, int to) {
            int number = 0;
            for (int i = from; i < to; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
            return number;
        }

        @Override
        public void write(JsonGenerator out, LocalDate value) {
            out.writeString(value.toString());
        }
    }

    private record Time() implements Value<Instant> {
        @Override
        public @Nullable Instant read(Input in, String field, Faults faults) {
            try {
                if (in.parser.currentToken() == JsonToken.VALUE_STRING) {
                    return Instant.parse(in.parser.getString());
                }
            } catch (DateTimeException notATime) {
                // told below
            }
            refuse(in, faults, "NOT_A_TIME", field, "is not a time", "write it as in 2024-03-31T09:30:00Z");
            return null;
        }

        @Override
        public void write(JsonGenerator out, Instant value) {
            out.writeString(value.toString());
        }
    }
}
