package org.smartcorrection.procedure;

import java.util.List;

/**
 * One step of an explanation.
 *
 * @param key message key; {@code <key>.label} and {@code <key>.value} are its texts
 * @param args typed arguments of both texts, {@code {0}} first
 * @param rules ids of the rules it rests on, such as {@code D1}
 */
public record Step(String key, List<Arg> args, List<String> rules) {

  public Step {
    args = List.copyOf(args);
    rules = List.copyOf(rules);
  }

  public static Step of(String key, List<Arg> args, String... rules) {
    return new Step(key, args, List.of(rules));
  }
}
