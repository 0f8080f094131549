package org.smartcorrection.platform.my;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.reporting.Leaves;
import org.smartcorrection.platform.reporting.Leaves.Application;
import org.smartcorrection.platform.reporting.Leaves.Cause;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The form in which a leave is applied for, by the person or by staff at the counter. */
@Component
class LeaveForm {
  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_REASON = 1000;

  private final Leaves leaves;
  private final LeaveViews views;
  private final Words words;
  private final Suggestions suggestions;

  LeaveForm(Leaves leaves, LeaveViews views, Words words, Suggestions suggestions) {
    this.suggestions = suggestions;
    this.leaves = leaves;
    this.views = views;
    this.words = words;
  }

  /** What came of it: the act, or the form to show again. */
  sealed interface Outcome {
    record Applied(Result.Recorded recorded) implements Outcome {}

    record Again(Form form) implements Outcome {}
  }

  static List<Option> causes() {
    return Option.of(Cause.class, "choice");
  }

  Outcome apply(Case in, Actor by, Form typed, List<MultipartFile> files, Locale locale) {
    FormReader read = typed.read("my.leave");
    String destination = read.text("destination", LONGEST_PLACE);
    Optional<LocalDate> first = read.date("firstDay");
    Optional<LocalDate> last = read.date("lastDay");
    Optional<Cause> cause = read.choice("cause", Cause.class);
    String urgent = read.textIfAny("urgent", LONGEST_REASON);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get()))
      read.failing("lastDay", "my.leave.ends-before-start", last.get(), first.get());
    List<Upload> proof = proof(files, read);
    if (read.failed()) return new Outcome.Again(read.form());
    var wanted =
        new Application(
            destination,
            regions(typed),
            first.orElseThrow(),
            last.orElseThrow(),
            cause.orElseThrow());
    return switch (leaves.apply(in, by, wanted, proof, urgent.isEmpty() ? null : urgent)) {
      case Result.Recorded recorded -> new Outcome.Applied(recorded);
      case Result.NeedsReason(var warnings) ->
          new Outcome.Again(words.failing(read.form(), warnings, "urgent", locale));
      case Result.Refused(var reasons) ->
          new Outcome.Again(words.failing(read.form(), reasons, "destination", locale));
    };
  }

  /** Those of the districts that are listed. */
  private List<String> regions(Form typed) {
    return suggestions.of("regions").stream()
        .map(Suggestions.Suggested::value)
        .filter(value -> typed.holds("regions", value))
        .toList();
  }

  /** The districts and counties to choose from; none where the installation lists none. */
  List<Option> regions(Locale locale) {
    return suggestions.of("regions").stream()
        .map(region -> new Option(region.value(), Text.literal(region.name(locale))))
        .toList();
  }

  /** Who would decide on these days, in plain words; nothing while they make no leave. */
  @Nullable Text tier(Case in, Form typed, Locale locale) {
    FormReader read = typed.read("my.leave");
    Optional<LocalDate> first = read.dateIfAny("firstDay");
    Optional<LocalDate> last = read.dateIfAny("lastDay");
    if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) return null;
    var tier = leaves.tier(in, Present.actor(), first.get(), last.get());
    return Text.of("my.leave.goes-to", tier.days(), views.decider(in, tier, locale));
  }

  private static List<Upload> proof(List<MultipartFile> files, FormReader read) {
    var uploads = new ArrayList<Upload>();
    for (MultipartFile file : files) {
      if (file.isEmpty()) continue;
      Upload upload = Leaves.proof(name(file), content(file));
      try {
        Documents.check(upload);
        uploads.add(upload);
      } catch (Refused refused) {
        read.failing("proof", refused.key(), refused.arguments().toArray());
      }
    }
    if (uploads.isEmpty()) read.failing("proof", "my.leave.proof.missing");
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
