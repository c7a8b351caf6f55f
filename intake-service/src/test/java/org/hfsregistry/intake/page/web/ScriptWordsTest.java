package org.hfsregistry.intake.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScriptWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern SAID = Pattern.compile("\\b(word|counted)\\(\"([\\w.]+)\"");

    private final Map<String, String> english = ScriptWords.in(Locale.ENGLISH);
    private final Map<String, String> german = ScriptWords.in(Locale.GERMAN);

    @Test
    void each_language_has_the_same_words_with_the_same_places_for_values() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(english)
                .allSatisfy((name, text) -> assertThat(places(german.getOrDefault(name, "")))
                        .as(name)
                        .isEqualTo(places(text)));
        assertThat(german.get("line")).isEqualTo("Zeile {n}");
    }

    @Test
    void a_language_that_it_does_not_speak_is_english() {
        assertThat(ScriptWords.in(Locale.JAPANESE)).isEqualTo(english);
    }

    @Test
    void what_the_scripts_say_by_name_is_there() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path script : scripts()) {
            SAID.matcher(Files.readString(script, UTF_8)).results().forEach(said -> {
                String name = said.group(2) + (said.group(1).equals("counted") ? ".other" : "");
                if (!english.containsKey(name)) {
                    missing.add(script.getFileName() + ": " + name);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/static/submit"))) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".js")).toList();
            assertThat(scripts).isNotEmpty();
            return scripts;
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
