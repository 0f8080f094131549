package org.smartcorrection.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.Json;

/**
 * Where acts and documents belong in the file of a case, as data: the execution file (执行档案), which
 * the agency opens at reception, and the working file (工作档案) of daily management, each in sections.
 *
 * @param volumes in the order in which they are shown
 * @param anywhere the section of kinds of documents that come with any act
 * @param otherwise the section of all others: other material about the person
 * @param procedures what the acts of each procedure bring, by its id
 */
record Filing(
    List<VolumeSpec> volumes,
    Map<String, String> anywhere,
    String otherwise,
    Map<String, OfProcedure> procedures) {
  private static final String FILE = "/file/volumes.json";

  /**
   * A volume.
   *
   * @param id names it: the message {@code file.volume.<id>}
   * @param rule on which it rests
   * @param sections in order; their names are the messages {@code file.section.<id>}
   */
  record VolumeSpec(String id, String rule, List<String> sections) {
    VolumeSpec {
      sections = List.copyOf(sections);
    }
  }

  /**
   * Where what one procedure brings belongs.
   *
   * @param documents the section of each kind of document that its acts require or issue
   * @param records the section of each act that has no document and is itself a line of the file
   * @param silent acts without a document that only move the procedure on
   */
  record OfProcedure(
      Map<String, String> documents, Map<String, String> records, List<String> silent) {
    OfProcedure {
      documents = Map.copyOf(documents);
      records = Map.copyOf(records);
      silent = List.copyOf(silent);
    }
  }

  Filing {
    volumes = List.copyOf(volumes);
    anywhere = Map.copyOf(anywhere);
    procedures = Map.copyOf(procedures);
    var known = new HashSet<String>();
    for (VolumeSpec volume : volumes)
      for (String section : volume.sections())
        if (!known.add(section)) throw new IllegalArgumentException("twice: " + section);
    var used = new HashSet<>(anywhere.values());
    used.add(otherwise);
    for (OfProcedure one : procedures.values()) {
      used.addAll(one.documents().values());
      used.addAll(one.records().values());
    }
    if (!known.containsAll(used))
      throw new IllegalArgumentException("a section that no volume has, among " + used);
  }

  /** What this version brings along. */
  static Filing shipped() {
    try (var in = Filing.class.getResourceAsStream(FILE)) {
      return Json.read(Objects.requireNonNull(in, FILE).readAllBytes(), Filing.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the order of the file cannot be read", e);
    }
  }

  /** The section of a document; an agency's own procedures bring kinds that nobody knows here. */
  String sectionOf(String procedure, String kind) {
    return Optional.ofNullable(procedures.get(procedure))
        .map(one -> one.documents().get(kind))
        .or(() -> Optional.ofNullable(anywhere.get(kind)))
        .orElse(otherwise);
  }

  /** The section of an act without a document; empty when it is no line of the file. */
  Optional<String> recordOf(String procedure, String type) {
    return Optional.ofNullable(procedures.get(procedure)).map(one -> one.records().get(type));
  }

  /** The volumes of one case, from its acts in their order and their documents. */
  List<Volume> file(List<Filed> acts) {
    return volumes.stream().map(volume -> volume(volume, acts)).toList();
  }

  private Volume volume(VolumeSpec spec, List<Filed> acts) {
    var lines = new ArrayList<Volume.Section>();
    int serial = 0;
    for (String section : spec.sections()) {
      var rows = new ArrayList<Volume.Row>();
      for (Filed filed : acts) {
        for (Document document : filed.documents())
          if (sectionOf(filed.act().procedure(), document.kind()).equals(section))
            rows.add(new Volume.Row(++serial, filed.act(), document));
        boolean bare = filed.documents().isEmpty() && filed.act().corrects() == null;
        if (bare
            && recordOf(filed.act().procedure(), filed.act().type())
                .filter(section::equals)
                .isPresent()) rows.add(new Volume.Row(++serial, filed.act(), null));
      }
      if (!rows.isEmpty()) lines.add(new Volume.Section(section, rows));
    }
    return new Volume(spec.id(), spec.rule(), lines);
  }
}
