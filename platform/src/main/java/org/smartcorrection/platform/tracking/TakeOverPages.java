package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.DatumCheck;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.PointsCsv;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A recording that was read out of a person's dedicated device is taken over into their track: what
 * would become of it is shown first. Only what was measured while a ground is alive is kept.
 */
@Controller
class TakeOverPages {
  private static final int LISTED = 50;
  private static final int DRAWN = 2_000;
  private static final List<FixSource> SOURCES =
      List.of(FixSource.GNSS, FixSource.WIFI, FixSource.UNKNOWN);

  private final AlarmAccess access;
  private final Devices devices;
  private final TakingOver takingOver;
  private final TakenRecordings taken;
  private final Countryside countryside;
  private final KnownLines known;
  private final Clock clock;

  TakeOverPages(
      AlarmAccess access,
      Devices devices,
      TakingOver takingOver,
      TakenRecordings taken,
      Countryside countryside,
      KnownLines known,
      Clock clock) {
    this.access = access;
    this.devices = devices;
    this.takingOver = takingOver;
    this.taken = taken;
    this.countryside = countryside;
    this.known = known;
    this.clock = clock;
  }

  /**
   * What would become of a file.
   *
   * @param keeps how many of its positions the gate would let in
   * @param datum a message that warns of another datum than was declared
   */
  record Preview(
      UUID token,
      int points,
      int keeps,
      Map<String, Integer> refused,
      @Nullable Instant first,
      @Nullable Instant last,
      String sha256,
      List<PointsCsv.Bad> bad,
      int badLines,
      @Nullable String datum,
      @Nullable MapDrawing map) {}

  @GetMapping("/console/cases/{id}/recordings/taking")
  String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    return show(access.open(CaseId.of(id), request, "case"), Form.empty(), model, locale);
  }

  @GetMapping("/console/cases/{id}/recordings/taking/progress")
  String progress(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    show(access.open(CaseId.of(id), request, "case"), Form.empty(), model, locale);
    return "tracking/taking :: progress";
  }

  @PostMapping("/console/cases/{id}/recordings/taking")
  String preview(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable MultipartFile recording,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale)
      throws IOException {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("tracking.taking");
    Optional<Device> device =
        reader.value(
            "device",
            typed ->
                devices.dedicated(opened.in().person()).stream()
                    .filter(one -> one.id().toString().equals(typed))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new));
    Optional<Datum> datum = reader.choice("datum", Datum.class);
    Optional<FixSource> source = reader.choice("source", FixSource.class).filter(SOURCES::contains);
    if (recording == null || recording.isEmpty())
      reader.failing("recording", "tracking.recording.missing");
    else if (device.isPresent() && datum.isPresent() && source.isPresent())
      switch (BroughtFile.read(bytes(recording), datum.get(), source.get())) {
        case BroughtFile.Read.Faulty(var key, var arguments) ->
            reader.failing("recording", key, arguments.toArray());
        case BroughtFile.Read.Good good ->
            model.addAttribute(
                "preview", preview(opened, device.get(), datum.get(), source.get(), good, locale));
      }
    if (reader.failed()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, reader.form(), model, locale);
  }

  @PostMapping("/console/cases/{id}/recordings/taking/do")
  String take(@PathVariable String id, HttpServletRequest request, RedirectAttributes once) {
    var opened = access.open(CaseId.of(id), request, "case");
    boolean begun =
        token(request)
            .filter(one -> takingOver.begin(one, opened.in().id(), opened.actor()))
            .isPresent();
    if (!begun) once.addFlashAttribute("gone", true);
    return "redirect:/console/cases/" + opened.in().id() + "/recordings/taking";
  }

  private static Optional<UUID> token(HttpServletRequest request) {
    try {
      return Optional.of(UUID.fromString(String.valueOf(request.getParameter("token"))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** One byte more than can be read, so that it can be said to be too large. */
  private static byte[] bytes(MultipartFile recording) throws IOException {
    try (InputStream in = recording.getInputStream()) {
      return in.readNBytes(BroughtFile.LARGEST + 1);
    }
  }

  private Preview preview(
      AlarmAccess.Opened opened,
      Device device,
      Datum datum,
      FixSource source,
      BroughtFile.Read.Good good,
      Locale locale) {
    List<RawReport> reports = good.reports();
    Map<String, Integer> refused = takingOver.refused(device, reports);
    var declared =
        new TakenRecordings.Declared(
            opened.in().id(), opened.in().person(), device.id(), datum, source, good.sha256());
    UUID token =
        takingOver.wait(
            new TakingOver.Waiting(device, declared, reports, opened.actor(), clock.instant()));
    List<Instant> times =
        reports.stream().map(RawReport::fix).map(RawFix::time).flatMap(Optional::stream).toList();
    List<Wgs84Point> places = places(reports);
    DatumCheck.Verdict verdict = DatumCheck.of(places, known.around(opened.in().person()));
    return new Preview(
        token,
        reports.size(),
        reports.size() - refused.values().stream().mapToInt(Integer::intValue).sum(),
        refused,
        times.isEmpty() ? null : times.getFirst(),
        times.isEmpty() ? null : times.getLast(),
        good.sha256(),
        good.bad(),
        good.badLines(),
        switch (verdict) {
          case LIKELY_GCJ02, LIKELY_BD09 -> "tracking.taking.datum." + verdict.name();
          case AS_DECLARED, CANNOT_TELL -> null;
        },
        places.isEmpty()
            ? null
            : MapDrawing.around(places, 500)
                .countryside(countryside, locale)
                .line("trk before", places, null)
                .drawn());
  }

  /** Every so many: a line with a million corners helps nobody. */
  private static List<Wgs84Point> places(List<RawReport> reports) {
    int every = Math.max(1, reports.size() / DRAWN);
    return Stream.iterate(0, i -> i < reports.size(), i -> i + every)
        .map(i -> reports.get(i).fix())
        .flatMap(fix -> place(fix).stream())
        .toList();
  }

  private static Optional<Wgs84Point> place(RawFix fix) {
    try {
      return Optional.of(
          new Wgs84Point(fix.latitude().orElseThrow(), fix.longitude().orElseThrow()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private String show(AlarmAccess.Opened opened, Form form, Model model, Locale locale) {
    List<Device> all = devices.dedicated(opened.in().person());
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute(
        "devices",
        all.stream()
            .map(one -> new Option(one.id().toString(), Text.literal(one.id().toString())))
            .toList());
    model.addAttribute("datums", Option.of(Datum.class, "choice"));
    model.addAttribute(
        "sources",
        SOURCES.stream()
            .map(one -> new Option(one.name(), Text.of("tracking.source." + one.name())))
            .toList());
    model.addAttribute("progress", takingOver.of(opened.in().id()).orElse(null));
    model.addAttribute("taken", taken.of(opened.in().person(), LISTED));
    model.addAttribute("form", form);
    return "tracking/taking";
  }
}
