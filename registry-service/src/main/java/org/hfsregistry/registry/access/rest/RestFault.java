package org.hfsregistry.registry.access.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.hfsregistry.contract.clinical.Fault;
import org.jspecify.annotations.Nullable;

/** What is wrong with one field of what was sent, on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RestFault(String code, String field, @Nullable String value, String message, String fix) {
    static RestFault of(Fault fault) {
        return new RestFault(fault.code(), fault.field(), fault.value(), fault.message(), fault.fix());
    }
}
