package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionInTime;
import org.smartcorrection.location.supervision.SupervisionInTime.Since;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.CustodyMoved;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.LocalNumbersOfAgencies;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.LocalNumbers;
import org.smartcorrection.procedure.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The rules of supervision that are in force for each agency: the standard ones with the numbers of
 * rule H16 that its head published, each from its day on. An observation names them by the version
 * and, where the agency has figures of its own, by the day since when these hold.
 */
@Component
public class RulesInForce {
  /** The rule whose numbers these are. */
  public static final String RULE = "H16";

  private static final SupervisionRules STANDARD = SupervisionRules.standard();

  private final LocalNumbersOfAgencies numbers;
  private final Law law;
  private final Cases cases;
  private final Map<AgencyId, Known> known = new ConcurrentHashMap<>();
  private final Map<CaseId, AgencyId> custody = new ConcurrentHashMap<>();

  RulesInForce(LocalNumbersOfAgencies numbers, Law law, Cases cases) {
    this.numbers = numbers;
    this.law = law;
    this.cases = cases;
  }

  /** What was made of an agency's numbers, for as long as they are these. */
  private record Known(LocalNumbers numbers, SupervisionInTime supervision) {}

  /** By which somebody is judged whose case this is. */
  SupervisionInTime of(CaseId caseId) {
    // reading inside the map's own lock: a move that commits meanwhile removes what was read here
    return of(custody.computeIfAbsent(caseId, id -> cases.get(id).agency()));
  }

  /** By which an agency's people are judged. */
  public SupervisionInTime of(AgencyId agency) {
    Known last = known.get(agency);
    LocalNumbers now = numbers.of(agency);
    if (last != null && last.numbers().equals(now)) return last.supervision();
    var fresh = new Known(now, supervision(now));
    known.put(agency, fresh);
    return fresh.supervision();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(CustodyMoved moved) {
    custody.remove(moved.in().id());
  }

  private SupervisionInTime supervision(LocalNumbers own) {
    var all = new ArrayList<Since>();
    all.add(new Since(Instant.EPOCH, new Supervision(STANDARD)));
    Stream<LocalDate> days =
        own.published().stream()
            .filter(number -> number.rule().equals(RULE))
            .map(LocalNumber::validFrom)
            .distinct()
            .sorted();
    days.forEach(
        day -> {
          Rule rule = law.rules().with(own).at(day).rule(RULE);
          all.add(new Since(LegalCalendar.startOf(day), new Supervision(rules(rule, day))));
        });
    return new SupervisionInTime(List.copyOf(all));
  }

  private static SupervisionRules rules(Rule rule, LocalDate day) {
    Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) figures.put(figure, rule.number(figure.number()));
    return figures.equals(Figure.of(STANDARD))
        ? STANDARD
        : Figure.set(STANDARD.version() + "/" + day, STANDARD, figures);
  }
}
