package org.hfsregistry.registry.page.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.paging.HandedOut;
import org.hfsregistry.registry.paging.Page;
import org.springframework.web.servlet.ModelAndView;

/**
 * Somebody who came for a page.
 *
 * @param hospital whose records it shows
 */
record Visit(HttpServletRequest request, Caller caller, String hospital, Query query, Links links, Say say) {

    /** A page of this template that hands so many records out. */
    ModelAndView page(String template, int records) {
        HandedOut.note(request, records);
        ModelAndView page = new ModelAndView(template);
        Shell.dress(page, request, Optional.of(hospital), links, say);
        return page;
    }

    /** A page of a list with the rows of this part of it, and the ways to the next part and to the first one. */
    <T> ModelAndView list(String template, Page part, List<T> found, Function<T, String> key) {
        List<T> rows = part.rows(found);
        return withParts(page(template, rows.size()), part, found, key).addObject("rows", rows);
    }

    /** With the ways to the other parts of a list. */
    <T> ModelAndView withParts(ModelAndView page, Page part, List<T> found, Function<T, String> key) {
        String path = request.getRequestURI();
        part.next(found, key).ifPresent(cursor -> page.addObject("next", links.next(path, query, cursor)));
        if (part.after().isPresent()) {
            page.addObject("first", links.first(path, query));
        }
        return page;
    }
}
