package org.hfsregistry.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What docs/statistics.md tells a person to type, typed, and what it says comes back; of the sample alone, since what is told of one
 * hospital depends on which others there are.
 */
class StatisticsGuideIT {

    private static final Pattern EXAMPLE = Pattern.compile("```bash\n(.*?)```\n```json\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    private static ReadmeLines lines;

    @BeforeAll
    static void start() throws Exception {
        lines = ReadmeLines.in(folder, SharedRun.alone());
    }

    /** A command, and a part of what it prints: fields beside those that stand there may be others. */
    record Example(String command, String answer) {
        @Override
        public String toString() {
            return command.strip();
        }
    }

    static List<Example> examples() throws IOException {
        String guide = Files.readString(RegistryScript.PROJECT.resolve("docs/statistics.md"));
        List<Example> examples = EXAMPLE.matcher(guide)
                .results()
                .map(found -> new Example(found.group(1), found.group(2)))
                .toList();
        assertThat(guide.split("```bash", -1).length - 1 - examples.size())
                .as("commands without an answer")
                .isZero();
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_answered_as_it_says(Example example) throws Exception {
        String printed = lines.typed(example.command());

        assertHolds(JsonMapper.shared().readTree(printed), JsonMapper.shared().readTree(example.answer()), "$");
    }

    /** Numbers are as exact as they are told. */
    private static void assertHolds(JsonNode answer, JsonNode told, String where) {
        if (told.isObject()) {
            for (Map.Entry<String, JsonNode> field : told.properties()) {
                assertHolds(answer.path(field.getKey()), field.getValue(), where + "." + field.getKey());
            }
        } else if (told.isArray()) {
            assertThat(answer.size()).as(where).isEqualTo(told.size());
            for (int i = 0; i < told.size(); i++) {
                assertHolds(answer.path(i), told.path(i), where + "[" + i + "]");
            }
        } else if (told.isNumber()) {
            assertThat(answer.isNumber()).as("%s: %s", where, answer).isTrue();
            assertThat(answer.decimalValue().setScale(told.decimalValue().scale(), RoundingMode.HALF_UP))
                    .as(where)
                    .isEqualByComparingTo(told.decimalValue());
        } else {
            assertThat(answer).as(where).isEqualTo(told);
        }
    }
}
