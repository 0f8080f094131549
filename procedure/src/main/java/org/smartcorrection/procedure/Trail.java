package org.smartcorrection.procedure;

import java.util.ArrayList;
import java.util.List;

/** The steps of one counting as they are taken. */
final class Trail {

  final List<Step> steps = new ArrayList<>();
  boolean provisional;

  void step(String key, List<Arg> args, String rule) {
    steps.add(Step.of(key, args, rule));
  }

  void addAll(List<Step> more) {
    steps.addAll(more);
  }
}
