package org.smartcorrection.ledger.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Json;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.Verdict;

/** A verdict in plain words of one language. */
final class VerdictWords {
  private static final String MESSAGES = "org.smartcorrection.ledger.command.verify";

  private final Words words;

  VerdictWords(Locale locale) {
    this.words = new Words(MESSAGES, locale);
  }

  String usage() {
    return words.plain("usage");
  }

  String unreadable(Path file) {
    return say("unreadable", file);
  }

  String badPolicy(Path file, String why) {
    return say("bad-policy", file, why);
  }

  List<String> describe(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Valid valid -> describe(valid);
      case Verdict.Invalid(var reason, var detail) ->
          List.of(
              say("invalid"), say("reason." + reason), say("invalid.technical", reason, detail));
    };
  }

  List<String> describe(PackageVerdict verdict) {
    var lines = new ArrayList<String>();
    switch (verdict) {
      case PackageVerdict.Valid(var manifest, var key, int proofs, int proven) -> {
        lines.add(say("package.valid"));
        lines.add(
            say(
                "package.valid.agency",
                manifest.agency(),
                key,
                manifest.caseNumber(),
                manifest.madeAt(),
                manifest.madeBy()));
        lines.add(say("package.valid.files", manifest.items().size(), proofs, proven));
        manifest.incomplete().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(
                one -> lines.add(say("package.valid.incomplete", one.getKey(), one.getValue())));
      }
      case PackageVerdict.Invalid(var findings) -> {
        lines.add(say("package.invalid"));
        findings.forEach(
            finding ->
                lines.add(
                    say(
                        "package.finding",
                        finding.path(),
                        say("package.reason." + finding.reason()))));
      }
    }
    return lines;
  }

  List<String> describeFork(boolean proven) {
    return List.of(words.plain(proven ? "fork" : "no-fork"));
  }

  private List<String> describe(Verdict.Valid valid) {
    Entry entry = valid.entry().entry();
    var checkpoint = valid.checkpoint();
    var lines = new ArrayList<String>();
    lines.add(say("valid"));
    // people count from one
    lines.add(say("valid.log", checkpoint.origin(), valid.index() + 1, checkpoint.size()));
    lines.add(say("valid.agency", entry.agency(), valid.signers().agency().reference()));
    valid.signers().second().ifPresent(key -> lines.add(say("valid.second", key.reference())));
    lines.add(
        say(
            "valid.act",
            entry.type(),
            entry.link().casePseudonym(),
            entry.link().number(),
            entry.hour()));
    valid
        .signers()
        .cosigners()
        .forEach((name, time) -> lines.add(say("valid.cosigner", name, time)));
    if (valid.signers().cosigners().isEmpty()) lines.add(say("valid.no-cosigner"));
    int all = entry.commitments().size() + 1;
    int disclosed = valid.disclosed().size();
    if (disclosed > 0) lines.add(say("valid.disclosed"));
    valid.disclosed().forEach(field -> lines.add(say("valid.field", field.name(), field.value())));
    if (disclosed < all) lines.add(say("valid.hidden", all - disclosed, all));
    if (valid.document() != null) lines.addAll(document(valid.document()));
    return lines;
  }

  /** A paper's text is rows of texts, each row after the word that says what it is. */
  private List<String> document(String text) {
    var lines = new ArrayList<String>();
    lines.add(say("valid.document"));
    try {
      if (Json.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Items(var rows)) {
        for (Json row : rows)
          if (row instanceof Json.Items(var texts))
            lines.add(
                say(
                    "valid.document.line",
                    texts.stream()
                        .skip(1)
                        .map(VerdictWords::plain)
                        .collect(Collectors.joining("\u3000"))));
      }
    } catch (MalformedException _) {
      lines.add(say("valid.document.line", text));
    }
    return lines;
  }

  private static String plain(Json value) {
    return value instanceof Json.Text(var text)
        ? text
        : new String(value.bytes(), StandardCharsets.UTF_8);
  }

  private String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }
}
