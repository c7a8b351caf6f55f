package org.hfsregistry.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class QueryPlansTest {

    private final QueryPlans plans = new QueryPlans();

    @Test
    void queries_that_an_index_begins_with_are_answered_by_it() {
        asked("{createIndexes: 'treatments', indexes: [{key: {hospitalId: 1, kind: 1, day: 1}}, {key: {side: 1}}]}");

        asked("{find: 'treatments', filter: {_id: {$in: ['a', 'b']}, version: 7}}");
        asked("{find: 'treatments', filter: {_id: {$gt: 'a'}}, sort: {_id: 1}}");
        asked("{find: 'treatments', filter: {version: {$exists: true}}, sort: {_id: 1}}");
        asked("{find: 'treatments', filter: {$and: [{hospitalId: 'h'}, {kind: 'mvd'}]}, sort: {day: 1}}");
        asked("{find: 'treatments', filter: {hospitalId: 'h', $or: [{kind: 'mvd'}, {side: 'left'}]}}");
        asked("{update: 'treatments', updates: [{q: {_id: 'a', version: 1}, u: {}}]}");
        asked("{distinct: 'treatments', key: 'side'}");
        asked("{aggregate: 'treatments', pipeline: [{$match: {hospitalId: {$gte: ''}}}, {$group: {_id:"
                + " '$hospitalId'}}]}");
        asked("{find: 'positions', filter: {next: {$exists: true}}}");

        assertThat(plans.withoutIndex()).isEmpty();
    }

    @Test
    void queries_that_no_index_begins_with_are_told() {
        asked("{createIndexes: 'treatments', indexes: [{key: {hospitalId: 1, kind: 1, day: 1}}]}");

        assertIsTold("{find: 'treatments', filter: {kind: 'mvd'}}");
        assertIsTold("{find: 'treatments', filter: {hospitalId: 'h'}, sort: {day: 1}}");
        assertIsTold("{find: 'treatments', filter: {$or: [{hospitalId: 'h'}, {side: 'left'}]}}");
        assertIsTold("{find: 'hospitals', filter: {hospitalId: 'h'}}");
        assertIsTold("{update: 'treatments', updates: [{q: {_id: 'a'}, u: {}}, {q: {version: 1}, u: {}}]}");
        assertIsTold("{distinct: 'treatments', key: 'kind'}");
        assertIsTold("{aggregate: 'treatments', pipeline: [{$group: {_id: '$hospitalId'}}]}");
        assertIsTold("{aggregate: 'treatments', pipeline: [{$match: {kind: 'mvd'}}]}");
    }

    @Test
    void of_several_writes_each_is_explained_by_itself() {
        assertThat(
                        QueryPlans.eachByItself(
                                BsonDocument.parse(
                                        "{update: 'treatments', ordered: true, updates: [{q: {_id: 'a'}, u: {}}, {q: {_id: 'b'}, u: {}}]}")))
                .containsExactly(
                        BsonDocument.parse("{update: 'treatments', ordered: true, updates: [{q: {_id: 'a'}, u: {}}]}"),
                        BsonDocument.parse("{update: 'treatments', ordered: true, updates: [{q: {_id: 'b'}, u: {}}]}"));
        assertThat(QueryPlans.eachByItself(BsonDocument.parse(
                        "{delete: 'traces', deletes: [{q: {_id: 'a'}, limit: 1}, {q: {}, limit: 0}]}")))
                .hasSize(2);
        BsonDocument find = BsonDocument.parse("{find: 'treatments', filter: {}}");
        assertThat(QueryPlans.eachByItself(find)).containsExactly(find);
    }

    private void assertIsTold(String command) {
        asked(command);
        assertThat(plans.withoutIndex()).last().isEqualTo(BsonDocument.parse(command));
    }

    private void asked(String command) {
        BsonDocument parsed = BsonDocument.parse(command);
        plans.commandStarted(new CommandStartedEvent(null, 0, 0, null, "hfs", parsed.getFirstKey(), parsed));
    }
}
