package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.Confidence;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;

/** Every name that data can show has a text in both languages. */
class TextsOfProceduresTest {

  private final ResourceBundle english = bundle(Locale.ROOT);
  private final ResourceBundle chinese = bundle(Locale.SIMPLIFIED_CHINESE);

  @Test
  void both_languages_have_the_same_keys_and_no_empty_text() {
    assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
    for (String key : english.keySet()) {
      if (key.equals("list.term")) continue;
      assertFalse(english.getString(key).isBlank(), key);
      assertFalse(chinese.getString(key).isBlank(), key);
    }
  }

  @Test
  void both_languages_fill_the_same_places() {
    for (String key : english.keySet()) {
      if (key.startsWith("format.")) continue;
      assertEquals(places(english.getString(key)), places(chinese.getString(key)), key);
    }
  }

  @Test
  void procedures_states_acts_facts_documents_and_deadlines_are_named() {
    for (Definition definition : Definitions.published().all()) {
      has("procedure." + definition.id());
      definition.states().forEach(s -> has("state." + definition.id() + "." + s.id()));
      definition.deadlines().forEach(d -> has("deadline." + definition.id() + "." + d.id()));
      definition.acts().forEach(this::act);
    }
  }

  private void act(Act act) {
    has("act." + act.type());
    act.remedy().ifPresent(this::has);
    act.documents().forEach(document -> has("document." + document));
    act.effects().stream()
        .flatMap(effect -> effect.issue().stream())
        .forEach(document -> has("document." + document));
    act.facts()
        .forEach(
            (name, spec) -> {
              has("fact." + name);
              spec.of().forEach(choice -> has("choice." + choice));
            });
  }

  @Test
  void rules_readings_laws_roles_restrictions_and_tiers_are_named() {
    for (Rule rule : Rules.published().all()) {
      has(rule.title());
      rule.reading().ifPresent(this::has);
      rule.articles().forEach(article -> has("law." + article.law()));
      rule.numbers().keySet().forEach(number -> has("number." + number));
    }
    for (Role role : Role.values()) has("role." + role);
    for (Restriction restriction : Restriction.values()) has("restriction." + restriction);
    for (LeaveTier.Tier tier : LeaveTier.Tier.values()) has("tier." + tier);
    for (Confidence confidence : Confidence.values()) has("confidence." + confidence);
  }

  private void has(String key) {
    assertTrue(english.containsKey(key), key);
  }

  private static Set<String> places(String text) {
    var places = new TreeSet<String>();
    Pattern.compile("\\{\\d+}").matcher(text).results().forEach(place -> places.add(place.group()));
    return places;
  }

  private static ResourceBundle bundle(Locale locale) throws MissingResourceException {
    return ResourceBundle.getBundle(
        "org.smartcorrection.procedure.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
