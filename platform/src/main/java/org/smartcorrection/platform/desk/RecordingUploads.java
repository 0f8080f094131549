package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.RecordingIntake;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Recordings come before their act: the form sends each as a stream of its own, and names in its
 * fields those that came in. A form that is refused comes back with them.
 */
@Controller
class RecordingUploads {
  /** The field of the form: the ids of those that wait. */
  static final String FIELD = "recording";

  private final CaseAccess access;
  private final RecordingIntake intake;
  private final Recordings recordings;

  RecordingUploads(CaseAccess access, RecordingIntake intake, Recordings recordings) {
    this.access = access;
    this.intake = intake;
    this.recordings = recordings;
  }

  /**
   * Takes one in, the request's body.
   *
   * @param name the file's name, percent-encoded
   */
  @PostMapping("/console/cases/{id}/recordings")
  String receive(
      @PathVariable String id,
      @RequestHeader(value = "X-File-Name", defaultValue = "") String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpenedCase opened = access.openToAct(CaseId.of(id), request, "case");
    var from =
        new RecordingIntake.From(
            opened.in().id(),
            opened.in().person(),
            opened.in().purpose(),
            opened.actor().account());
    response.setHeader("Cache-Control", "no-store");
    try {
      Recordings.Waiting waiting =
          intake.receive(
              from, plain(name), request.getInputStream(), request.getContentLengthLong());
      response.setStatus(HttpStatus.CREATED.value());
      model.addAttribute("recording", RecordingRow.of(waiting));
      return "desk/recordings :: row";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", Text.of(refused.key(), refused.arguments().toArray()));
    } catch (IOException _) {
      // whoever sent it has gone, or the disk refused: nothing was kept
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("problem", Text.of("desk.recording.broken"));
    }
    return "desk/recordings :: problem";
  }

  private static String plain(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8)
          .replaceAll("\\p{Cntrl}", "")
          .replaceFirst("^.*[/\\\\]", "");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /** Which of them a form names; one that waits no longer is said at the field. */
  List<UUID> read(OpenedCase opened, FormReader reader) {
    List<UUID> named = ids(reader.form().values(FIELD));
    List<UUID> found =
        recordings.waiting(opened.in().id(), opened.actor().account(), named).stream()
            .map(Recordings.Waiting::id)
            .toList();
    if (found.size() < named.size()) reader.failing(FIELD, "documents.recording.gone");
    return found;
  }

  /** Those that a form names and that still wait. */
  List<RecordingRow> rows(OpenedCase opened, Collection<String> values) {
    return recordings.waiting(opened.in().id(), opened.actor().account(), ids(values)).stream()
        .map(RecordingRow::of)
        .toList();
  }

  long largest() {
    return intake.largest();
  }

  private static List<UUID> ids(Collection<String> values) {
    return values.stream()
        .map(RecordingUploads::id)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }

  private static @Nullable UUID id(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
