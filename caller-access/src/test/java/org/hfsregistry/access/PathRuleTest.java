package org.hfsregistry.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.access.PathRule.Lack;
import org.junit.jupiter.api.Test;

class PathRuleTest {

    private static final Caller HOSPITAL = new Caller(Optional.of("h-01"), "client", Set.of("read", "other"));
    private static final Caller READER_OF_NO_HOSPITAL = new Caller(Optional.empty(), "client", Set.of("read"));
    private static final Caller ADMIN = new Caller(Optional.empty(), "client", Set.of("all"));
    private static final Caller NOBODY = new Caller(Optional.empty(), "client", Set.of());

    private final PathRule records =
            new PathRule("/**", List.of(Demand.hospitalWith("read"), Demand.scope("all")), false);

    @Test
    void lets_in_who_meets_one_demand() {
        assertThat(records.lackOf(HOSPITAL)).isEqualTo(Lack.NOTHING);
        assertThat(records.lackOf(ADMIN)).isEqualTo(Lack.NOTHING);
    }

    @Test
    void says_whether_the_scope_is_missing_or_the_hospital() {
        assertThat(records.lackOf(READER_OF_NO_HOSPITAL)).isEqualTo(Lack.HOSPITAL);
        assertThat(records.lackOf(NOBODY)).isEqualTo(Lack.SCOPE);
    }

    @Test
    void an_open_path_asks_nothing() {
        assertThat(new PathRule("/**", List.of(), false).lackOf(NOBODY)).isEqualTo(Lack.NOTHING);
    }

    @Test
    void rules_keep_their_order() {
        AccessRules rules = AccessRules.open("/health", "/page").ask("/v1/**", Demand.scope("all"));

        assertThat(rules.paths()).extracting(PathRule::pattern).containsExactly("/health", "/page", "/v1/**");
        assertThat(rules.paths()).extracting(PathRule::open).containsExactly(true, true, false);
    }
}
