package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Files that came with a form, each checked before anything is done with it. */
public final class Uploads {
  private static final String PREFIX = "document-";

  private Uploads() {}

  /**
   * The files in the fields {@code document-<kind>}; what is wrong with one stands at its field.
   */
  public static List<Upload> read(
      HttpServletRequest request, List<String> kinds, FormReader reader) {
    MultipartHttpServletRequest multipart =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    if (multipart == null) return List.of();
    var uploads = new ArrayList<Upload>();
    for (String kind : kinds) {
      MultipartFile file = multipart.getFile(PREFIX + kind);
      if (file == null || file.isEmpty()) continue;
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

  private static String name(MultipartFile file) {
    String name = file.getOriginalFilename();
    if (name == null) return "";
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static byte[] content(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("an upload cannot be read", e);
    }
  }
}
