package org.smartcorrection.ledger.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.smartcorrection.ledger.MalformedException;

/**
 * An entry together with what is told of its content: the {@code extra} part of a proof file. None
 * of it is believed before the leaf was found in the tree and each disclosure opened its
 * commitment.
 */
public record DisclosedEntry(SignedEntry signed, List<Disclosure> disclosures) {
  public DisclosedEntry {
    disclosures = List.copyOf(disclosures);
    var names = new HashSet<String>();
    for (Disclosure disclosure : disclosures) {
      if (!names.add(disclosure.name())) throw new IllegalArgumentException("disclosed twice");
    }
  }

  public static DisclosedEntry parse(byte[] bytes) throws MalformedException {
    var fields = new FieldReader(Json.parse(bytes));
    SignedEntry signed = SignedEntry.of(fields);
    if (!(fields.value("disclosures") instanceof Json.Items(var items))) {
      throw new MalformedException("disclosures are not an array");
    }
    fields.nothingElse();
    var disclosures = new ArrayList<Disclosure>();
    for (Json item : items) disclosures.add(Disclosure.of(item));
    try {
      return new DisclosedEntry(signed, disclosures);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(String.valueOf(e.getMessage()), e);
    }
  }

  public byte[] bytes() {
    var fields = signed.fields();
    fields.put("disclosures", new Json.Items(disclosures.stream().map(Disclosure::json).toList()));
    return new Json.Fields(fields).bytes();
  }

  /** The names of disclosures that do not open a commitment of the entry. */
  public List<String> falseNames() {
    return disclosures.stream()
        .filter(disclosure -> !isTrue(disclosure))
        .map(Disclosure::name)
        .toList();
  }

  private boolean isTrue(Disclosure disclosure) {
    return disclosure.commitment().equals(signed.entry().commitment(disclosure.name()));
  }
}
