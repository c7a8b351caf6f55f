package org.hfsregistry.analytics.chart;

/** An SVG while it is written. It exists so that no text gets into a page unescaped. */
final class Svg {
    private static final int TENTHS = 10;

    private final StringBuilder text = new StringBuilder();

    /** Begins a drawing that is one picture to a screen reader. */
    static Svg picture(ChartWords words, String kind, double width, double height) {
        return new Svg().begin("img", words, kind, width, height);
    }

    /** Begins a drawing whose parts are reached one by one. */
    static Svg group(ChartWords words, String kind, double width, double height) {
        return new Svg().begin("group", words, kind, width, height);
    }

    private Svg begin(String role, ChartWords words, String kind, double width, double height) {
        String id = words.id();
        text.append("<svg class=\"chart ").append(kind).append("\" viewBox=\"0 0 ");
        text.append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" role=\"")
                .append(role);
        text.append("\" aria-labelledby=\"")
                .append(escaped(id))
                .append("-title ")
                .append(escaped(id));
        text.append("-desc\"><title id=\"")
                .append(escaped(id))
                .append("-title\">")
                .append(escaped(words.title()));
        text.append("</title><desc id=\"").append(escaped(id)).append("-desc\">");
        text.append(escaped(words.description())).append("</desc>");
        return this;
    }

    /** Opens an element; attributes are name and value in turn. */
    Svg open(String element, Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(value instanceof Double number ? number(number) : escaped(String.valueOf(value)))
                    .append('"');
        }
        text.append('>');
        return this;
    }

    Svg close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    /** An element with nothing in it. */
    Svg empty(String element, Object... attributes) {
        return open(element, attributes).close(element);
    }

    Svg line(String kind, double x1, double y1, double x2, double y2) {
        return empty("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    Svg words(String kind, double x, double y, String words) {
        return open("text", "class", kind, "x", x, "y", y).say(words).close("text");
    }

    Svg say(String words) {
        text.append(escaped(words));
        return this;
    }

    String end() {
        return text.append("</svg>").toString();
    }

    /** With one digit after the point; a curve has hundreds of these, and a formatter takes long for each. */
    static String number(double value) {
        long tenths = Math.round(value * TENTHS);
        return tenths % TENTHS == 0
                ? Long.toString(tenths / TENTHS)
                : (tenths < 0 ? "-" : "") + Math.abs(tenths) / TENTHS + "." + Math.abs(tenths) % TENTHS;
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
