package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.desk.OpenedCase;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Hands over a whole file as one archive. It is asked for and never only linked to, and who made it
 * and what for is recorded like every look: the person reads that their whole file was taken out.
 */
@Controller
class PackagePage {
  private final FileAccess access;
  private final Packages packages;

  PackagePage(FileAccess access, Packages packages) {
    this.access = access;
    this.packages = packages;
  }

  @PostMapping(FilePage.PATH + "/package")
  void archive(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    OpenedCase opened = access.open(id, request, "file-package");
    String name = opened.in().number() + ".zip";
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    packages.write(
        opened,
        Sessions.purpose(request, opened.actor()),
        FilePage.verifier(),
        response.getOutputStream());
  }
}
