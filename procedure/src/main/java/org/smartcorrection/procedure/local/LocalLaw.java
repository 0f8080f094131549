package org.smartcorrection.procedure.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.Flaw;
import org.smartcorrection.procedure.act.Role;
import org.smartcorrection.procedure.act.State;

/**
 * Whether a procedure of an agency's own may be published beside the published law: first
 * everything that holds for a published one, then that it takes nothing away ({@link Variant}), or,
 * where the law has no such procedure, that it binds only the agency's own posts; and that whatever
 * it adds has a name in both languages and takes nobody else's.
 */
public final class LocalLaw {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{1,60}");

  private final Definitions law;
  private final Rules rules;
  private final Explanations explanations;

  /**
   * @param law the published procedures
   * @param rules the published rules
   */
  public LocalLaw(Definitions law, Rules rules) {
    this.law = law;
    this.rules = rules;
    this.explanations = new Explanations(rules);
  }

  /** The published procedure that it is a version of; empty when it is wholly the agency's own. */
  public Optional<Definition> base(LocalDefinition wanted, LocalDate day) {
    return law.newest(wanted.definition().id(), day);
  }

  /** All that is wrong with it on the day from which it would count. */
  public List<Flaw> flaws(LocalDefinition wanted, LocalDate day) {
    Definition own = wanted.definition();
    var flaws = new ArrayList<Flaw>();
    plain(own, flaws);
    if (!flaws.isEmpty()) return flaws;
    flaws.addAll(among(own, day).check(own, rules));
    base(wanted, day)
        .ifPresentOrElse(
            lawful -> flaws.addAll(Variant.flaws(lawful, own)), () -> unheardOf(own, flaws));
    words(wanted, flaws);
    return flaws.stream().distinct().toList();
  }

  /** The law of that day with this procedure in the place of the published one. */
  private Definitions among(Definition own, LocalDate day) {
    List<Definition> others =
        law.all().stream()
            .filter(other -> !other.id().equals(own.id()))
            .filter(other -> law.newest(other.id(), day).filter(other::equals).isPresent())
            .toList();
    return Definitions.of(Stream.concat(others.stream(), Stream.of(own)).toList());
  }

  /** Names end up in message keys, addresses and element names. */
  private static void plain(Definition own, List<Flaw> flaws) {
    Stream.of(
            Stream.of(own.id()),
            own.states().stream().map(State::id),
            own.acts().stream().map(Act::type),
            own.acts().stream().flatMap(act -> act.facts().keySet().stream()),
            own.acts().stream().flatMap(act -> act.documents().stream()),
            own.deadlines().stream().map(due -> due.id()))
        .flatMap(names -> names)
        .filter(name -> !PLAIN.matcher(name).matches())
        .forEach(name -> flaws.add(new Flaw(own.id(), Flaw.Kind.LOCAL_NAME_TAKEN, name)));
  }

  /** A procedure that the law does not know: only house work, without any restriction. */
  private static void unheardOf(Definition own, List<Flaw> flaws) {
    own.states().stream()
        .filter(state -> state.restricts().isPresent())
        .forEach(state -> add(own, Flaw.Kind.LOCAL_RESTRICTION, state.id(), flaws));
    own.states().stream()
        .filter(state -> state.survives().isPresent())
        .forEach(state -> add(own, Flaw.Kind.LOCAL_END, state.id(), flaws));
    own.acts().stream()
        .filter(Act::ends)
        .forEach(act -> add(own, Flaw.Kind.LOCAL_END, act.type(), flaws));
    own.deadlines().stream()
        .filter(due -> due.owner() == Role.SUBJECT)
        .forEach(due -> add(own, Flaw.Kind.LOCAL_DUTY_OF_PERSON, due.id(), flaws));
  }

  /** Each new name is given, and no given one is that of something else. */
  private void words(LocalDefinition wanted, List<Flaw> flaws) {
    Definition own = wanted.definition();
    Set<String> known = new HashSet<>();
    law.all().stream()
        .filter(other -> other.id().equals(own.id()))
        .forEach(other -> known.addAll(Names.of(other)));
    var needed = new TreeSet<>(Names.of(own));
    for (String key : needed) {
      if (!explanations.has(key) && !wanted.words().containsKey(key)) {
        add(own, Flaw.Kind.LOCAL_WORD_MISSING, key, flaws);
      }
    }
    wanted.words().keySet().stream()
        .filter(key -> explanations.has(key) || !needed.contains(key))
        .forEach(key -> add(own, Flaw.Kind.LOCAL_NAME_TAKEN, key, flaws));
    // a new act that bears the name of one elsewhere would be read as that one
    own.acts().stream()
        .map(act -> "act." + act.type())
        .filter(key -> explanations.has(key) && !known.contains(key))
        .filter(key -> !key.equals("act." + Act.CORRECTION_ENDED))
        .forEach(key -> add(own, Flaw.Kind.LOCAL_NAME_TAKEN, key, flaws));
  }

  private static void add(Definition own, Flaw.Kind kind, String place, List<Flaw> flaws) {
    flaws.add(new Flaw(own.id(), kind, place));
  }

  /** What a flaw means, in the reader's language. */
  public String say(Flaw flaw, Locale locale) {
    return explanations.text(
        "flaw." + flaw.kind(), locale, new org.smartcorrection.procedure.Arg.Words(flaw.place()));
  }
}
