package org.smartcorrection.platform.wall;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The live map of the command centre, and who stands in one square of it. Who stands alone on the
 * map, or is named in the list of a square, was looked at, and reads it (PIPL 45).
 */
@Controller
class MapPages {
  private static final int PAGE = 25;
  private static final String LOOKED = "map";

  private final PeopleOnMap onMap;
  private final DistrictMap district;
  private final Jurisdiction jurisdiction;
  private final Agencies agencies;
  private final Summaries summaries;
  private final People people;
  private final Looks looks;

  MapPages(
      PeopleOnMap onMap,
      DistrictMap district,
      Jurisdiction jurisdiction,
      Agencies agencies,
      Summaries summaries,
      People people,
      Looks looks) {
    this.onMap = onMap;
    this.district = district;
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
    this.summaries = summaries;
    this.people = people;
    this.looks = looks;
  }

  /** Somebody in the list of a square. */
  record There(String name, String number, CaseId caseId, String office, Clusters.Spot spot) {
    /** The severity of what is asked of them, as the look writes it; {@code null} for nothing. */
    public @Nullable String severity() {
      return MapMark.css(spot.alarm());
    }
  }

  @GetMapping("/wall/map")
  String map(HttpServletRequest request, Model model, Locale locale) {
    show(request, model, locale);
    return "wall/map :: map";
  }

  /** Adds what the map's part of a page shows. */
  void show(HttpServletRequest request, Model model, Locale locale) {
    Actor actor = Present.actor();
    MapFilter asked = MapFilter.read(request);
    PeopleOnMap.Found found = onMap.find(actor, asked);
    MapView view = view(asked, found);
    MapFilter here = asked.at(view);
    List<Clusters.Cluster> clusters = Clusters.of(found.spots(), view);
    looks.record(
        actor,
        Sessions.purposeOfPlaces(request, actor),
        LOOKED,
        clusters.stream().map(Clusters.Cluster::alone).filter(Objects::nonNull).toList());
    model.addAttribute("filter", here);
    model.addAttribute("found", found);
    model.addAttribute("marks", clusters.stream().map(one -> MapMark.of(one, here)).toList());
    model.addAttribute("seen", clusters.stream().mapToInt(Clusters.Cluster::people).sum());
    model.addAttribute("shapes", district.shapes(view));
    model.addAttribute("sources", district.sources());
    model.addAttribute("ways", MapWays.of(here));
    model.addAttribute("purpose", Text.of(Sessions.purpose(request, actor).key()));
    model.addAttribute("offices", offices(actor, locale));
    model.addAttribute("levels", Option.of(Summary.Level.class, "wall.level"));
    model.addAttribute("spans", Option.of(MapFilter.Heard.class, "wall.heard"));
  }

  private MapView view(MapFilter asked, PeopleOnMap.Found found) {
    MapView view = asked.view();
    if (view != null) return view;
    return found.spots().isEmpty()
        ? district.whole()
        : MapView.around(found.spots().stream().map(Clusters.Spot::place).toList());
  }

  /** The counties below a city agency, or the offices below one correction agency. */
  private List<Option> offices(Actor actor, Locale locale) {
    if (Jurisdiction.office(actor) != null) return List.of();
    List<Agency> reach = jurisdiction.reach(actor);
    List<Agency> below =
        reach.size() > 1
            ? reach
            : agencies.below(reach.getFirst().id()).stream()
                .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
                .toList();
    return below.stream()
        .map(agency -> new Option(agency.id().toString(), Text.literal(agency.name(locale))))
        .toList();
  }

  @GetMapping("/wall/there")
  String there(
      @RequestParam int zoom,
      @RequestParam int column,
      @RequestParam int row,
      @RequestParam @Nullable String after,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    MapFilter asked = MapFilter.read(request);
    MapView view = asked.view();
    if (view == null || view.zoom() != zoom) throw new NotFound();
    var square = new Clusters.Square(zoom, column, row);
    Slice<Clusters.Spot> page =
        Slice.of(
            onMap.find(actor, asked).spots().stream()
                .filter(spot -> Clusters.Square.of(view, spot.place()).equals(square))
                .sorted(Comparator.comparing(MapPages::key))
                .filter(spot -> after == null || key(spot).compareTo(after) > 0)
                .limit(PAGE + 1)
                .toList(),
            PAGE,
            MapPages::key);
    looks.record(
        actor,
        Sessions.purposeOfPlaces(request, actor),
        LOOKED,
        page.rows().stream().map(Clusters.Spot::person).toList());
    String here = MapMark.there(square, asked);
    model.addAttribute("people", named(page.rows(), locale));
    model.addAttribute("back", asked.href("/wall"));
    model.addAttribute("first", after == null ? null : here);
    model.addAttribute("next", page.next() == null ? null : here + "&after=" + page.next());
    return "wall/there";
  }

  private static String key(Clusters.Spot spot) {
    return spot.caseId().toString();
  }

  private List<There> named(List<Clusters.Spot> spots, Locale locale) {
    Map<CaseId, Summary> cases = summaries.all(spots.stream().map(Clusters.Spot::caseId).toList());
    Map<PersonId, Identity> names = people.all(spots.stream().map(Clusters.Spot::person).toList());
    return spots.stream()
        .filter(spot -> cases.containsKey(spot.caseId()))
        .map(
            spot -> {
              Summary in = Objects.requireNonNull(cases.get(spot.caseId()));
              Identity identity = names.get(spot.person());
              return new There(
                  identity == null ? in.number() : identity.name(locale),
                  in.number(),
                  in.caseId(),
                  in.office() == null ? "" : agencies.get(in.office()).name(locale),
                  spot);
            })
        .toList();
  }
}
