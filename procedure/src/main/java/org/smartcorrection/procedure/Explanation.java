package org.smartcorrection.procedure;

import java.util.List;
import java.util.stream.Stream;

/** Why an outcome is as it is: ordered steps as data, rendered by {@link Explanations}. */
public record Explanation(List<Step> steps) {

  public static final Explanation NONE = new Explanation(List.of());

  public Explanation {
    steps = List.copyOf(steps);
  }

  public Explanation then(Explanation next) {
    return new Explanation(Stream.concat(steps.stream(), next.steps.stream()).toList());
  }
}
