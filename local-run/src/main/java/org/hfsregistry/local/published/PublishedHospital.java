package org.hfsregistry.local.published;

import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.sample.HospitalOutcomes;
import org.hfsregistry.sample.Row;

/** Turns a series into what its hospital would have submitted. */
public final class PublishedHospital {

    private PublishedHospital() {}

    /** The hospitals of all series. */
    public static List<HospitalOutcomes> all() {
        return PublishedSeries.all().stream().map(PublishedHospital::outcomes).toList();
    }

    private static HospitalOutcomes outcomes(PublishedSeries series) {
        return new HospitalOutcomes(series.id(), 0, () -> rows(series));
    }

    private static List<String> rows(PublishedSeries series) {
        Row profile = Row.of("hospital-profile", "profile")
                .with("name", series.facts().get("title").asString())
                .with("country", series.facts().get("country").asString());
        return Stream.concat(Stream.of(profile), treatments(series).stream())
                .map(Row::json)
                .toList();
    }

    private static List<Row> treatments(PublishedSeries series) {
        return switch (series.id()) {
            case "baldauf-2019" -> OperationReplays.baldauf(series);
            case "kondo-2012" -> OperationReplays.kondo(series);
            case "delayed-2024" -> OperationReplays.delayed(series);
            case "timing-2022" -> OperationReplays.timing(series);
            case "auger-1986" -> OperationReplays.auger(series);
            case "repeat-2018" -> OperationReplays.repeat(series);
            case "bentivoglio-2009" -> InjectionReplays.bentivoglio(series);
            case "sorgun-2015" -> InjectionReplays.sorgun(series);
            default -> throw new IllegalStateException("no rule for the series " + series.id());
        };
    }
}
