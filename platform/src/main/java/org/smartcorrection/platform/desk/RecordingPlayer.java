package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.vault.SealedFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The bytes of a recording: for the player in its page, which asks for parts, and for saving it.
 */
@Controller
class RecordingPlayer {
  private final DocumentAccess access;
  private final Recordings recordings;

  RecordingPlayer(DocumentAccess access, Recordings recordings) {
    this.access = access;
    this.recordings = recordings;
  }

  @GetMapping("/documents/{id}/media")
  void media(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Document document = access.see(id, request).document();
    if (!document.recorded()) throw new NotFound();
    try (SealedFile.Reader reader = recordings.open(document).orElseThrow(NotFound::new)) {
      headers(document, response);
      long size = reader.size();
      switch (ByteRange.of(request.getHeader(HttpHeaders.RANGE), size)) {
        case ByteRange.Whole() -> {
          response.setContentLengthLong(size);
          reader.copy(0, size, response.getOutputStream());
        }
        case ByteRange.Part(long first, long last) -> {
          response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
          response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
          response.setContentLengthLong(last - first + 1);
          reader.copy(first, last - first + 1, response.getOutputStream());
        }
        case ByteRange.Beyond() -> {
          response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
          response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        }
      }
    }
  }

  private static void headers(Document document, HttpServletResponse response) {
    String name = document.name() == null ? document.id().toString() : document.name();
    response.setContentType(document.mediaType());
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.inline().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", DocumentsPage.NOTHING_RUNS);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
