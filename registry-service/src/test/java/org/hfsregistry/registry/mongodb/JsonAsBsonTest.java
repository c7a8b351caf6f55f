package org.hfsregistry.registry.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.hfsregistry.contract.fixture.Documents;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.json.OutcomeJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAsBsonTest {

    static Stream<String> jsons() {
        return Stream.concat(
                Stream.concat(
                                Examples.ofEachType().stream().map(OutcomeJson::write),
                                Stream.of(
                                        DocumentJson.write(Documents.treatment()),
                                        DocumentJson.write(Documents.erasedTreatment())))
                        .map(json -> new String(json, UTF_8)),
                Stream.of(
                        "{}",
                        "{\"a\":{},\"b\":[],\"c\":[[1,{\"d\":null}],true,false]}",
                        "{\"least\":-2147483648,\"most\":2147483647,\"more\":2147483648,\"large\":9223372036854775807}",
                        "{\"x\":0.1,\"y\":-2.5e-7,\"z\":1.0,\"e\":1e3}",
                        "{\"text\":\"é 漢 \\\"quoted\\\" \\\\ \\n \\u0001 😀\",\"/\":\"a/b\"}"));
    }

    /** Else the hashes of what was stored before would not be those of what is stored now. */
    @ParameterizedTest
    @MethodSource("jsons")
    void it_is_the_bson_that_mongodb_makes_of_it(String json) {
        BsonDocument read = JsonAsBson.read(json.getBytes(UTF_8));

        assertThat(read).isEqualTo(BsonDocument.parse(json));
        assertThat(read.keySet())
                .containsExactlyElementsOf(BsonDocument.parse(json).keySet());
    }

    @ParameterizedTest
    @MethodSource("jsons")
    void it_comes_back_as_it_was(String json) {
        BsonDocument stored = BsonDocument.parse(json);

        assertThat(JsonAsBson.read(JsonAsBson.write(stored))).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "{\"a\":1"})
    void what_is_no_object_is_not_read(String json) {
        assertThatThrownBy(() -> JsonAsBson.read(json.getBytes(UTF_8))).isInstanceOf(RuntimeException.class);
    }
}
