package org.smartcorrection.platform.desk.court;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the interface for machines (OpenAPI 3.1), written by hand and tested. */
@RestController
class OpenApi {
  static final Resource DOCUMENT = new ClassPathResource("api/openapi.json");

  @GetMapping("/api/openapi.json")
  ResponseEntity<Resource> document() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(DOCUMENT);
  }
}
