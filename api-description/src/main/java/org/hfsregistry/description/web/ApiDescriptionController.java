package org.hfsregistry.description.web;

import org.hfsregistry.description.ApiDescription;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the description; it is the same for everybody, and for as long as the service runs. */
@RestController
class ApiDescriptionController {

    private final byte[] json;
    private final byte[] yaml;

    ApiDescriptionController() {
        ApiDescription description = ApiDescription.ofThisService();
        this.json = description.json();
        this.yaml = description.yaml();
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> json() {
        return answer(MediaType.APPLICATION_JSON, json);
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> yaml() {
        return answer(MediaType.APPLICATION_YAML, yaml);
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] document) {
        return ResponseEntity.ok().contentType(type).body(document);
    }
}
