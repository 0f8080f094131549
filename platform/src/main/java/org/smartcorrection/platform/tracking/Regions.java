package org.smartcorrection.platform.tracking;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Suggestions;
import org.springframework.stereotype.Component;

/**
 * The districts and counties that leaves and regular travel can name (rules M19, M22): those of the
 * borders that the site imported, and in the demonstration those of its map. Whoever grants one
 * records its border with it, as it is known on that day: what is permitted must not change with a
 * file.
 */
@Component
class Regions implements Suggestions, DerivedFacts {
  private static final String FACT = "regions";
  private static final Set<String> KINDS = Set.of("district", "urban-area", "county");
  private static final Set<String> GRANTING = Set.of("LeaveGranted", "RegularTravelApproved");

  /** More are no list to choose from. */
  private static final int MOST_LISTED = 80;

  private final Countryside countryside;
  private final Boundaries boundaries;

  Regions(Countryside countryside, Boundaries boundaries) {
    this.countryside = countryside;
    this.boundaries = boundaries;
  }

  @Override
  public List<Suggested> of(String fact) {
    if (!fact.equals(FACT)) return List.of();
    List<String> counties =
        boundaries.counties(MOST_LISTED).stream().map(Boundary::name).distinct().toList();
    // nobody is offered what would not be understood, or the same twice
    List<String> imported =
        boundaries.named(counties).stream().map(Boundary::name).sorted().toList();
    Stream<Suggested> drawn =
        known()
            .filter(region -> !imported.contains(region.nameZh()))
            .map(region -> new Suggested(region.nameZh(), region.nameEn()));
    return Stream.concat(drawn, imported.stream().map(name -> new Suggested(name, name))).toList();
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!GRANTING.contains(command.type())) return Facts.NONE;
    String named = command.facts().said(FACT);
    if (named.isEmpty() && instance != null) named = instance.facts().said(FACT);
    List<Polygon> polygons = polygons(named);
    return polygons.isEmpty() ? Facts.NONE : Facts.NONE.text("geometry", GeoJson.write(polygons));
  }

  private List<Polygon> polygons(String named) {
    List<String> names = Arrays.stream(named.split(SEPARATOR, -1)).map(String::strip).toList();
    List<Boundary> imported = boundaries.named(names);
    Set<String> found = imported.stream().map(Boundary::name).collect(Collectors.toSet());
    Stream<Polygon> borders =
        imported.stream()
            .flatMap(one -> boundaries.ground(one).stream())
            .flatMap(ground -> GroundForm.outlines(ground).stream());
    Stream<Polygon> drawn =
        known()
            .filter(region -> names.contains(region.nameZh()) && !found.contains(region.nameZh()))
            .flatMap(region -> region.polygons().stream());
    return Stream.concat(borders, drawn).toList();
  }

  private Stream<Countryside.Feature> known() {
    return countryside.features().stream().filter(feature -> KINDS.contains(feature.kind()));
  }
}
