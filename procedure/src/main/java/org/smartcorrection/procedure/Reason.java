package org.smartcorrection.procedure;

import java.util.List;

/**
 * Why something was refused, or needs a written reason.
 *
 * @param key message key of the sentence: what happened and what to do next
 * @param rule id of the rule behind it
 * @param remedy message key of how to complain about it or go on
 */
public record Reason(String key, List<Arg> args, String rule, String remedy) {

  public Reason {
    args = List.copyOf(args);
  }

  public static Reason of(String key, String rule, Arg... args) {
    return new Reason(key, List.of(args), rule, "remedy.correct");
  }
}
