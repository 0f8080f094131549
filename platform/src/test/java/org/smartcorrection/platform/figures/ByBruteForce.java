package org.smartcorrection.platform.figures;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.kernel.AgencyId;

/**
 * Counts people by reading every act of every case again for each question. It knows nothing of
 * spells: who came or went is who is among those asked for after an act and was not before, or the
 * other way round.
 */
final class ByBruteForce {
  private static final Set<String> ENDS =
      Set.of(
          "Released",
          "Pardoned",
          "Terminated",
          "TerminatedByRevocation",
          "TerminatedByRecall",
          "TerminatedByDeath",
          "RelocationCompleted");

  private final List<RandomCaseload.One> cases;
  private final AgencyId firstAgency;
  private final Set<AgencyId> agencies;
  private final @Nullable Set<AgencyId> offices;

  ByBruteForce(RandomCaseload load, Set<AgencyId> agencies, @Nullable Set<AgencyId> offices) {
    this.cases = load.cases;
    this.firstAgency = load.agency;
    this.agencies = agencies;
    this.offices = offices;
  }

  /** Where somebody stands after some acts. */
  private static final class State {
    boolean under;
    AgencyId agency;
    @Nullable AgencyId office;
    String level = "UNDECIDED";
    String how = "";
    String howBack = "";

    State(AgencyId agency) {
      this.agency = agency;
    }

    void follow(Act act) {
      howBack = "";
      String host = act.facts().said("hostAgency");
      if (act.type().equals("RelocationCompleted") && !host.isEmpty()) {
        agency = AgencyId.of(host);
        office = null;
        how = "MOVED_AWAY";
        howBack = "MOVED_HERE";
        return;
      }
      switch (act.type()) {
        case "Registered" -> {
          if (!under) how = "RECEIVED";
          under = true;
        }
        case "CaseTakenOver" -> {
          under = true;
          how = "TAKEN_OVER";
        }
        case "Entrusted", "OfficeChanged" -> {
          office = AgencyId.of(act.facts().said("office"));
          how = "OFFICE";
        }
        case "EntrustmentWithdrawn" -> {
          office = null;
          how = "OFFICE";
        }
        case "PlanAdjusted" -> level = act.facts().said("level");
        case String type when ENDS.contains(type) -> {
          under = false;
          how =
              switch (type) {
                case "Released" -> "RELEASED";
                case "Pardoned" -> "PARDONED";
                case "TerminatedByRevocation" -> "REVOKED";
                case "TerminatedByRecall" -> "RECALLED";
                case "TerminatedByDeath" -> "DIED";
                case "RelocationCompleted" -> "MOVED_AWAY";
                case String _ -> act.facts().said("termination");
              };
        }
        case String _ -> {}
      }
    }
  }

  int thereOn(LocalDate day, Map<Dimension, String> asked) {
    int count = 0;
    for (RandomCaseload.One one : cases) {
      var state = new State(firstAgency);
      one.acts().stream().filter(act -> !act.effectiveOn().isAfter(day)).forEach(state::follow);
      if (among(state) && fits(one, state.level, "UNKNOWN", day, asked)) count++;
    }
    return count;
  }

  int came(LocalDate first, LocalDate last, Map<Dimension, String> asked) {
    return moved(first, last, asked, true);
  }

  int went(LocalDate first, LocalDate last, Map<Dimension, String> asked) {
    return moved(first, last, asked, false);
  }

  private int moved(LocalDate first, LocalDate last, Map<Dimension, String> asked, boolean in) {
    int count = 0;
    for (RandomCaseload.One one : cases) {
      var state = new State(firstAgency);
      for (Act act : one.acts()) {
        boolean before = among(state);
        String levelBefore = state.level;
        state.follow(act);
        boolean crossed = in ? !before && among(state) : before && !among(state);
        LocalDate day = act.effectiveOn();
        if (!crossed || day.isBefore(first) || day.isAfter(last)) continue;
        String how = in && !state.howBack.isEmpty() ? state.howBack : state.how;
        if (fits(one, in ? state.level : levelBefore, how, day, asked)) count++;
      }
    }
    return count;
  }

  int acts(LocalDate first, LocalDate last, Predicate<Act> which) {
    int count = 0;
    for (RandomCaseload.One one : cases) {
      var state = new State(firstAgency);
      for (Act act : one.acts()) {
        state.follow(act);
        boolean ours = ours(state);
        LocalDate day = act.effectiveOn();
        if (ours && which.test(act) && !day.isBefore(first) && !day.isAfter(last)) count++;
      }
    }
    return count;
  }

  private boolean among(State state) {
    return state.under && ours(state);
  }

  private boolean ours(State state) {
    boolean office = offices == null || (state.office != null && offices.contains(state.office));
    return agencies.contains(state.agency) && office;
  }

  private static boolean fits(
      RandomCaseload.One one,
      String level,
      String how,
      LocalDate day,
      Map<Dimension, String> asked) {
    Act decision = one.acts().getFirst();
    var is = new EnumMap<Dimension, String>(Dimension.class);
    is.put(Dimension.CATEGORY, decision.facts().said("category"));
    is.put(Dimension.SEX, String.valueOf(one.traits().sex()));
    is.put(Dimension.LEVEL, level);
    is.put(Dimension.HOW, how);
    is.put(
        Dimension.OFFENCE,
        switch (decision.facts().said("offence")) {
          case "盗窃罪" -> "PROPERTY";
          case "危险驾驶罪" -> "PUBLIC_SECURITY";
          case "受贿罪" -> "BRIBERY";
          case String _ -> "NOT_GROUPED";
        });
    LocalDate minorUntil = Objects.requireNonNull(one.traits().minorUntil());
    int years = day.isBefore(minorUntil) ? 17 : 18 + Period.between(minorUntil, day).getYears();
    is.put(
        Dimension.AGE,
        years < 18 ? "MINOR" : years < 46 ? "UP_TO_45" : years < 61 ? "UP_TO_60" : "OLDER");
    return asked.entrySet().stream()
        .allMatch(asks -> asks.getValue().equals(is.get(asks.getKey())));
  }
}
