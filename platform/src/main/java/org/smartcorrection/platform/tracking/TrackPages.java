package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.StandingPosts;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The track of a person, played: from when to when, and what for, before anything of it is seen.
 * The person reads who looked and why (PIPL 45), and that a file was made.
 */
@Controller
class TrackPages {
  private static final String LOOKED = "track";
  private static final String LABELS = "tracking.track";
  private static final String VIEW = "tracking/track";
  private static final Duration PROPOSED = Duration.ofHours(4);
  private static final Duration BEFORE_ALARM = Duration.ofHours(1);
  private static final Duration AFTER_ALARM = Duration.ofHours(3);
  private static final int LONGEST_REASON = 500;
  private static final int FILES = 10;

  private final AlarmAccess access;
  private final Tracks tracks;
  private final TrackViews views;
  private final TrackFiles files;
  private final Exports exports;
  private final ProtectedFromFiles protection;
  private final StandingPosts posts;
  private final Agencies agencies;
  private final Matrix matrix;
  private final Looks looks;
  private final Clock clock;

  TrackPages(
      AlarmAccess access,
      Tracks tracks,
      TrackViews views,
      TrackFiles files,
      Exports exports,
      ProtectedFromFiles protection,
      StandingPosts posts,
      Agencies agencies,
      Matrix matrix,
      Looks looks,
      Clock clock) {
    this.access = access;
    this.tracks = tracks;
    this.views = views;
    this.files = files;
    this.exports = exports;
    this.protection = protection;
    this.posts = posts;
    this.agencies = agencies;
    this.matrix = matrix;
    this.looks = looks;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/track")
  String track(
      @PathVariable String id,
      @RequestParam @Nullable String alarm,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    AlarmAccess.Opened opened = access.open(CaseId.of(id), request, "case");
    @Nullable Alarm of = alarm(alarm, opened);
    Form form = Form.of(request.getParameterMap());
    if (request.getParameter("from") == null) form = proposed(of);
    else {
      FormReader reader = form.read(LABELS);
      Optional<Track> track =
          Asked.read(reader, clock.instant()).flatMap(asked -> play(opened, asked, reader));
      track.ifPresent(
          one -> model.addAttribute("view", views.of(opened.in().person(), one, locale)));
      form = reader.form();
      if (track.isEmpty()) response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    show(model, opened, of, form, locale);
    return VIEW;
  }

  /** A file of what is played; what is wrong is said on the page. */
  @PostMapping("/console/cases/{id}/track/file")
  Object file(
      @PathVariable String id,
      @RequestParam @Nullable String alarm,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    AlarmAccess.Opened opened = access.open(CaseId.of(id), request, "case");
    @Nullable Alarm of = alarm(alarm, opened);
    Instant now = clock.instant();
    FormReader reader = Form.of(request.getParameterMap()).read(LABELS);
    Optional<Asked> asked = Asked.read(reader, now);
    Optional<Export.Form> kind = reader.choice("file", Export.Form.class);
    String reason = reader.text("reason", LONGEST_REASON);
    asked
        .flatMap(one -> protection.refusal(opened.in().person(), one.span(), of, now))
        .ifPresent(why -> reader.failing("file", why));
    Optional<Track> track = asked.flatMap(one -> play(opened, one, reader));
    if (!reader.failed() && asked.isPresent() && kind.isPresent() && track.isPresent()) {
      var made =
          new EvidenceSheet.Made(
              opened.in(),
              opened.person().name(),
              track.get(),
              of,
              opened.actor(),
              asked.get(),
              reason,
              now);
      return download(opened.in().number(), kind.get(), files.make(made, kind.get()));
    }
    track.ifPresent(one -> model.addAttribute("view", views.of(opened.in().person(), one, locale)));
    Form form = reader.form();
    show(
        model,
        opened,
        of,
        asked.isPresent() ? Asked.typed(form, asked.get().span()) : form,
        locale);
    return new ModelAndView(VIEW, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ResponseEntity<byte[]> download(String number, Export.Form form, byte[] file) {
    String name = number + "-track." + form.ending();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(form.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(file);
  }

  private @Nullable Alarm alarm(@Nullable String id, AlarmAccess.Opened opened) {
    if (id == null || id.isEmpty()) return null;
    Alarm alarm = access.alarm(id);
    if (!alarm.caseId().equals(opened.in().id())) throw new NotFound();
    return alarm;
  }

  /** What is asked for is seen, and the look is recorded. */
  private Optional<Track> play(AlarmAccess.Opened opened, Asked asked, FormReader reader) {
    PersonId person = opened.in().person();
    Optional<Track> track = tracks.of(person, asked.span());
    if (track.isEmpty()) reader.failing("until", "tracking.track.many", Tracks.MOST);
    else looks.record(opened.actor(), asked.purpose(), LOOKED, List.of(person));
    return track;
  }

  /** The last hours, or those around an alarm. */
  private Form proposed(@Nullable Alarm alarm) {
    // to the minute that is not over yet
    Instant now = clock.instant().plusSeconds(59);
    if (alarm == null) return Asked.proposing(new Span(now.minus(PROPOSED), now), null);
    Instant until = alarm.openedAt().plus(AFTER_ALARM);
    return Asked.proposing(
        new Span(alarm.openedAt().minus(BEFORE_ALARM), until.isAfter(now) ? now : until),
        ReadPurpose.ALARM_TRIAGE);
  }

  private void show(
      Model model, AlarmAccess.Opened opened, @Nullable Alarm alarm, Form form, Locale locale) {
    PersonId person = opened.in().person();
    String file = "/console/cases/" + opened.in().id() + "/track/file";
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("alarm", alarm);
    model.addAttribute("form", form);
    model.addAttribute("purposes", Asked.purposes());
    model.addAttribute("live", tracks.live(person));
    model.addAttribute("speeds", List.of(1, 5, 10, 30, 60));
    model.addAttribute("forms", Option.of(Export.Form.class, "tracking.file.form"));
    model.addAttribute("files", files(person, locale));
    model.addAttribute(
        "file",
        matrix.line("POST", file).filter(line -> line.allows(opened.actor())).isPresent()
            ? file
            : null);
  }

  private List<ExportRow> files(PersonId person, Locale locale) {
    List<Export> made = exports.of(person, FILES);
    Map<PostId, StandingPosts.Title> titles =
        posts.titles(made.stream().map(Export::post).toList());
    return made.stream()
        .map(
            export -> {
              StandingPosts.Title title = titles.get(export.post());
              return new ExportRow(
                  export,
                  agencies.get(export.agency()).name(locale),
                  title == null ? "" : title.in(locale));
            })
        .toList();
  }
}
