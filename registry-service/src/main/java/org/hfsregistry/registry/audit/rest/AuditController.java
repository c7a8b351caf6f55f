package org.hfsregistry.registry.audit.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.access.DayParameter;
import org.hfsregistry.registry.audit.Access;
import org.hfsregistry.registry.audit.AccessLog;
import org.hfsregistry.registry.audit.AccessLog.Selection;
import org.hfsregistry.registry.paging.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a hospital who was handed its records, and the registry's own staff all of it. */
@RestController
class AuditController {

    private final AccessLog accesses;

    AuditController(AccessLog accesses) {
        this.accesses = accesses;
    }

    @GetMapping("/v1/audit")
    ResponseEntity<List<RestAccess>> audit(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam Optional<String> cursor,
            @RequestParam Optional<Integer> limit) {
        Optional<String> whose = caller.hospitalOrAll(hospitalId);
        DayParameter.inOrder(from, to);
        Page page = Page.of(cursor, limit, Access::isId);
        Selection selection = new Selection(
                whose,
                from.map(day -> begin(DayParameter.within("from", day))),
                to.map(day -> begin(DayParameter.within("to", day).plusDays(1))),
                page.after(),
                page.lookFor());
        return page.answer(accesses.find(selection), Access::id, RestAccess::of);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
