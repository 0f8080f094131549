package org.smartcorrection.platform.welfare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.subjects.CopyPart;
import org.springframework.stereotype.Component;

/** The signs of the body that are kept of a person, for the copy that they take along. */
@Component
class OwnValues implements CopyPart {
  private static final int PAGE = 500;

  private final HealthGrounds grounds;
  private final BodyValues values;

  OwnValues(HealthGrounds grounds, BodyValues values) {
    this.grounds = grounds;
    this.values = values;
  }

  @Override
  public String name() {
    return "health";
  }

  @Override
  public Optional<Object> of(PersonId person) {
    List<Map<String, Object>> all =
        grounds.all(person).stream().map(HealthGround::id).flatMap(id -> of(id).stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private List<Map<String, Object>> of(UUID ground) {
    var all = new ArrayList<Map<String, Object>>();
    @Nullable String before = null;
    do {
      Slice<BodyValues.Value> page = values.of(ground, before, PAGE);
      for (BodyValues.Value value : page.rows()) all.add(said(value));
      before = page.next();
    } while (before != null);
    return all;
  }

  private static Map<String, Object> said(BodyValues.Value value) {
    var said = new LinkedHashMap<String, Object>();
    Vitals vitals = value.vitals();
    said.put("at", value.at().toString());
    vitals.heartRate().ifPresent(beats -> said.put("heartRate", beats));
    vitals
        .pressure()
        .ifPresent(
            pressure -> {
              said.put("pressureHigh", pressure.high());
              said.put("pressureLow", pressure.low());
            });
    vitals.temperature().ifPresent(degrees -> said.put("bodyTemperature", degrees));
    vitals.steps().ifPresent(steps -> said.put("steps", steps));
    if (vitals.fell()) said.put("fell", true);
    return said;
  }
}
