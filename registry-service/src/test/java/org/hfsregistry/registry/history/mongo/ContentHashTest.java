package org.hfsregistry.registry.history.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final String ENTRY = """
            {"_id": "00003-0000000000000000009", "hospitalId": "h-01", "revision": {"$numberInt": "2"},
             "position": {"partition": {"$numberInt": "3"}, "offset": {"$numberLong": "9"}},
             "submittedAt": {"$date": {"$numberLong": "1706788800000"}},
             "outcome": {"dose": {"$numberDouble": "97.5"}, "list": [{"b": true, "a": null}, "z", "a"]}}""";

    private static final String IN_ANOTHER_ORDER = """
            {"revision": {"$numberInt": "2"}, "hospitalId": "h-01", "_id": "00003-0000000000000000009",
             "outcome": {"list": [{"a": null, "b": true}, "z", "a"], "dose": {"$numberDouble": "97.5"}},
             "submittedAt": {"$date": {"$numberLong": "1706788800000"}},
             "position": {"offset": {"$numberLong": "9"}, "partition": {"$numberInt": "3"}}}""";

    /** What was sealed years ago is still to be proved: this must not change. {@code docs/verifying.md} has how it is made. */
    @Test
    void the_hash_of_an_entry_never_changes() {
        assertThat(hash(ENTRY)).isEqualTo("7e5a83956c9436a6b22f0922054cba630a9f9383c5fea61fc82295b63cb0a1ac");
    }

    @Test
    void a_server_may_keep_fields_in_another_order() {
        assertThat(hash(IN_ANOTHER_ORDER)).isEqualTo(hash(ENTRY));
    }

    @Test
    void everything_else_is_another_entry() {
        assertThat(hash(ENTRY.replace("97.5", "97.4"))).isNotEqualTo(hash(ENTRY));
        assertThat(hash(ENTRY.replace("\"z\", \"a\"", "\"a\", \"z\""))).isNotEqualTo(hash(ENTRY));
        assertThat(hash(ENTRY.replace("$numberInt\": \"2", "$numberLong\": \"2")))
                .isNotEqualTo(hash(ENTRY));
        assertThat(hash(ENTRY.replace("\"a\": null", "\"c\": null"))).isNotEqualTo(hash(ENTRY));
        assertThat(hash(ENTRY.replace("\"hospitalId\": \"h-01\",", ""))).isNotEqualTo(hash(ENTRY));
    }

    private static String hash(String json) {
        return ContentHash.of(BsonDocument.parse(json));
    }
}
