package org.smartcorrection.platform.welfare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/** The one way of officers to welfare alerts: whoever the ground does not name finds nothing. */
@Component
class AlertAccess {
  private final Alerts alerts;
  private final HealthGrounds grounds;
  private final Summaries summaries;
  private final Seeing seeing;
  private final Jurisdiction jurisdiction;

  AlertAccess(
      Alerts alerts,
      HealthGrounds grounds,
      Summaries summaries,
      Seeing seeing,
      Jurisdiction jurisdiction) {
    this.alerts = alerts;
    this.grounds = grounds;
    this.summaries = summaries;
    this.seeing = seeing;
    this.jurisdiction = jurisdiction;
  }

  /** An alert that the actor may see. */
  record Opened(Alert alert, HealthGround ground, Summary in, Actor actor) {}

  Opened open(UUID id) {
    Actor actor = Present.actor();
    Alert alert = alerts.find(id).orElseThrow(NotFound::new);
    HealthGround ground = grounds.find(alert.ground()).orElseThrow(NotFound::new);
    Summary in = summaries.find(alert.caseId()).orElseThrow(NotFound::new);
    boolean onDuty = seeing.onDuty(actor, in.agency());
    if (!seeing.alert(actor, alert, ground, in, onDuty)) throw new NotFound();
    return new Opened(alert, ground, in, actor);
  }

  /** A page of those the actor may see, with the key of the last one that was looked through. */
  record Page(List<Opened> rows, @Nullable String next) {}

  Page page(Actor actor, boolean open, @Nullable String before, int size) {
    AgencyId custody = jurisdiction.custody(actor);
    List<Alert> found = alerts.page(custody, Jurisdiction.office(actor), open, before, size + 1);
    List<Alert> page = found.size() > size ? found.subList(0, size) : found;
    Map<CaseId, Summary> known =
        summaries.all(page.stream().map(Alert::caseId).distinct().toList());
    Map<UUID, HealthGround> of =
        grounds.all(page.stream().map(Alert::ground).distinct().toList()).stream()
            .collect(Collectors.toMap(HealthGround::id, Function.identity()));
    boolean onDuty = !page.isEmpty() && seeing.onDuty(actor, custody);
    List<Opened> rows =
        page.stream().flatMap(alert -> opened(actor, alert, known, of, onDuty)).toList();
    return new Page(rows, found.size() > size ? page.getLast().id().toString() : null);
  }

  private Stream<Opened> opened(
      Actor actor,
      Alert alert,
      Map<CaseId, Summary> known,
      Map<UUID, HealthGround> of,
      boolean onDuty) {
    @Nullable Summary in = known.get(alert.caseId());
    @Nullable HealthGround ground = of.get(alert.ground());
    return in == null || ground == null
        ? Stream.empty()
        : Optional.of(new Opened(alert, ground, in, actor))
            .filter(one -> seeing.alert(actor, alert, ground, in, onDuty))
            .stream();
  }
}
