package org.hfsregistry.analytics.statistic.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.statistic.Requests;
import org.springframework.stereotype.Component;

/** Reads questions as the interface over HTTP does. */
@Component
final class HttpRequests implements Requests {

    @Override
    public List<Offered> offered() {
        return Arrays.stream(Questions.values()).map(Questions::offered).toList();
    }

    @Override
    public Requested read(Offered statistic, Map<String, List<String>> given, Audience audience) {
        try {
            Asked asked = Questions.at(statistic.name()).orElseThrow().asked(given);
            Optional<Asked.TooFine> tooFine =
                    asked.isOfOwnAlone(audience) ? Optional.empty() : asked.tooFineFor(audience.k());
            tooFine.ifPresent(fine -> {
                throw WrongParameter.tooFine(fine);
            });
            return new Requested.Fit(asked);
        } catch (WrongParameter wrong) {
            return new Requested.Refused(wrong.parameter(), String.valueOf(wrong.getMessage()));
        }
    }
}
