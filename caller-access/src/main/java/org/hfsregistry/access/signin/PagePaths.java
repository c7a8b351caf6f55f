package org.hfsregistry.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hfsregistry.access.PathRule;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests are for pages, by the first rule that fits. It exists so that refusals and forms agree on it. */
public final class PagePaths implements RequestMatcher {

    private record Place(PathPatternRequestMatcher paths, boolean page) {}

    private final List<Place> places;

    /** By these rules. */
    public PagePaths(List<PathRule> rules) {
        this.places = rules.stream()
                .map(rule -> new Place(PathPatternRequestMatcher.pathPattern(rule.pattern()), rule.page()))
                .toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return places.stream()
                .filter(place -> place.paths().matches(request))
                .findFirst()
                .filter(Place::page)
                .isPresent();
    }
}
