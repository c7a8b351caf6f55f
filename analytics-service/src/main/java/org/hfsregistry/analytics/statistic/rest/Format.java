package org.hfsregistry.analytics.statistic.rest;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** What an answer can be written as. */
enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(MediaType.parseMediaType("text/csv;charset=UTF-8"));

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType never changes
    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** What the client would rather have; JSON where it does not mind. */
    static Format accepted(HttpHeaders headers) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = wanted(headers);
        if (accepted.isEmpty()) {
            return JSON;
        }
        MimeTypeUtils.sortBySpecificity(accepted);
        for (MediaType wanted : accepted) {
            for (Format format : values()) {
                if (wanted.getQualityValue() > 0 && wanted.isCompatibleWith(format.type)) {
                    return format;
                }
            }
        }
        throw notAcceptable();
    }

    private static List<MediaType> wanted(HttpHeaders headers) throws HttpMediaTypeNotAcceptableException {
        try {
            return new ArrayList<>(headers.getAccept());
        } catch (InvalidMediaTypeException noMediaType) {
            throw notAcceptable();
        }
    }

    private static HttpMediaTypeNotAcceptableException notAcceptable() {
        return new HttpMediaTypeNotAcceptableException(List.of(JSON.type, CSV.type));
    }
}
