package org.hfsregistry.intake.page.web;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the page's scripts say: all of its words that are theirs, so that none can be forgotten in the page. */
final class ScriptWords {

    private static final String WORDS = "words.page";
    private static final String OF_SCRIPTS = "submit.script.";
    private static final Control ENGLISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ScriptWords() {}

    /** By the names that the scripts know them by. */
    static SortedMap<String, String> in(Locale locale) {
        SortedMap<String, String> words = new TreeMap<>();
        ResourceBundle all = ResourceBundle.getBundle(WORDS, locale, ENGLISH_OTHERWISE);
        for (String key : all.keySet()) {
            if (key.startsWith(OF_SCRIPTS)) {
                words.put(key.substring(OF_SCRIPTS.length()), all.getString(key));
            }
        }
        return words;
    }
}
