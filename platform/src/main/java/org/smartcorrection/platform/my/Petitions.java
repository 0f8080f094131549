package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/** What the person can ask for and tell, done by themselves or written down by staff for them. */
@Component
class Petitions {
  private static final int LONGEST = 1000;

  /** The field in which somebody says why a rule that only warns is not followed. */
  private static final String URGENT = "urgent";

  private final Casework casework;
  private final Instances instances;
  private final Suggestions suggestions;
  private final Words words;
  private final Law law;
  private final Clock clock;

  Petitions(
      Casework casework,
      Instances instances,
      Suggestions suggestions,
      Words words,
      Law law,
      Clock clock) {
    this.casework = casework;
    this.instances = instances;
    this.suggestions = suggestions;
    this.words = words;
    this.law = law;
    this.clock = clock;
  }

  /** What came of it: the act, or the form to show again. */
  sealed interface Outcome {
    record Done(Result.Recorded recorded) implements Outcome {}

    record Again(Form form) implements Outcome {}
  }

  /** What an act is about: the run it goes on in, or {@code null} when it begins one. */
  record Asked(Case in, @Nullable Running run, PetitionForm form) {}

  /** The runs that the person follows, the latest first. */
  List<Running> of(Case in) {
    return instances.ofCase(in.id()).stream()
        .filter(run -> Petition.FOLLOWED.contains(run.procedure()))
        .sorted(Comparator.comparingInt(Running::changedBy).reversed())
        .toList();
  }

  /** Beginning something. */
  Asked begin(Case in, Petition petition) {
    Act act =
        law.definition(in.agency(), petition.procedure(), null, clock.instant())
            .act(petition.act())
            .orElseThrow();
    return new Asked(in, null, new PetitionForm(petition.procedure(), act));
  }

  /**
   * Going on in a run of the case.
   *
   * @throws NotFound when there is no such run, or this act is not the person's to do in it now
   */
  Asked goOn(Case in, UUID run, String type, Actor actor) {
    Running running = run(in, run);
    Act act =
        acts(running, actor).stream()
            .filter(possible -> possible.type().equals(type))
            .findFirst()
            .orElseThrow(NotFound::new);
    return new Asked(in, running, new PetitionForm(running.procedure(), act));
  }

  Running run(Case in, UUID id) {
    return instances
        .find(id)
        .filter(run -> run.caseId().equals(in.id()))
        .filter(run -> Petition.FOLLOWED.contains(run.procedure()))
        .orElseThrow(NotFound::new);
  }

  /** The acts of the person that are possible now, as far as this actor may do them. */
  List<Act> acts(Running run, Actor actor) {
    Role role = Role.valueOf(actor.role().name());
    return law.definition(run.procedure(), run.instance().version()).actsFrom(run.state()).stream()
        .filter(act -> act.who().contains(Role.SUBJECT) && act.who().contains(role))
        .toList();
  }

  Outcome perform(Asked asked, Actor by, HttpServletRequest request, Locale locale) {
    FormReader read = Form.of(request.getParameterMap()).read("fact");
    Facts facts = asked.form().read(read);
    List<Upload> uploads = asked.form().uploads(request, read);
    String urgent = read.textIfAny(URGENT, LONGEST);
    if (read.failed()) return new Outcome.Again(read.form());
    String type = asked.form().act().type();
    PerformAct command =
        asked.run() == null
            ? PerformAct.opening(asked.in().id(), asked.form().procedure(), type, facts, by)
            : PerformAct.in(asked.run(), type, facts, by);
    command = command.withDocuments(uploads).overriding(urgent.isEmpty() ? null : urgent);
    return switch (casework.perform(command)) {
      case Result.Recorded recorded -> new Outcome.Done(recorded);
      case Result.NeedsReason(var warnings) ->
          new Outcome.Again(words.failing(read.form(), warnings, URGENT, locale));
      case Result.Refused(var reasons) -> new Outcome.Again(beside(asked, read, reasons, locale));
    };
  }

  /** Each reason at the field that it is about, the others at the first. */
  private Form beside(Asked asked, FormReader read, List<Reason> reasons, Locale locale) {
    List<String> fields =
        asked.form().fields(List.of()).stream().map(PetitionForm.Field::name).toList();
    String first = fields.isEmpty() ? URGENT : fields.getFirst();
    Form form = read.form();
    for (Reason reason : reasons)
      form = words.failing(form, List.of(reason), field(reason, first), locale);
    return form;
  }

  private static String field(Reason reason, String otherwise) {
    if (reason.args().isEmpty() || !(reason.args().getFirst() instanceof Arg.Named(var key)))
      return otherwise;
    if (key.startsWith("fact.")) return key.substring("fact.".length());
    return key.startsWith("document.") ? key.replaceFirst("^document\\.", "document-") : otherwise;
  }

  /** The districts and counties to choose from. */
  List<Option> regions(Locale locale) {
    return suggestions.of("regions").stream()
        .map(region -> new Option(region.value(), Text.literal(region.name(locale))))
        .toList();
  }
}
