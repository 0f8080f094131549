package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What a person hands in with a form, in the fields {@code document-<kind>}. */
final class Handed {
  private static final String PREFIX = "document-";

  private Handed() {}

  /** The files; what is wrong with one stands at its field. */
  static List<Upload> read(HttpServletRequest request, List<String> kinds, FormReader reader) {
    MultipartHttpServletRequest multipart =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (multipart == null) return List.of();
    var uploads = new ArrayList<Upload>();
    for (String kind : kinds)
      for (MultipartFile file : multipart.getFiles(PREFIX + kind)) {
        if (file.isEmpty()) continue;
        var upload = new Upload(kind, name(file), content(file));
        try {
          Documents.check(upload);
          uploads.add(upload);
        } catch (Refused refused) {
          reader.failing(PREFIX + kind, refused.key(), refused.arguments().toArray());
        }
      }
    return uploads;
  }

  /** Some browsers send the whole path. */
  private static String name(MultipartFile file) {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an upload could not be read", e);
    }
  }
}
