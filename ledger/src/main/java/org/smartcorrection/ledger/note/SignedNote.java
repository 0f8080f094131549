package org.smartcorrection.ledger.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.ledger.MalformedException;

/**
 * A text with signature lines (C2SP signed-note). The text is not to be believed before {@link
 * #verifiedBy} named a key that is trusted for it.
 *
 * @param text ends in a newline; may hold empty lines
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || hasControls(text)) {
      throw new IllegalArgumentException("a note's text is lines, without control characters");
    }
    if (signatures.isEmpty()) throw new IllegalArgumentException("a note has a signature");
  }

  /** Reads a note; it is split at the last empty line. */
  public static SignedNote parse(String note) throws MalformedException {
    if (hasControls(note)) throw new MalformedException("a control character in a note");
    int split = note.lastIndexOf("\n\n");
    if (split < 0) throw new MalformedException("no empty line before the signatures");
    String lines = note.substring(split + 2);
    if (!lines.endsWith("\n")) throw new MalformedException("no signatures, or no end of line");
    var signatures = new ArrayList<NoteSignature>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      if (signatures.size() == MOST_SIGNATURES) throw new MalformedException("too many signatures");
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, split + 1), signatures);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> c < ' ' && c != '\n');
  }

  /**
   * Which of the known keys signed, in the order of the lines. Unknown keys are passed over, as the
   * format wants; an empty answer means that nothing here is to be believed.
   *
   * @throws BadSignatureException if a line claims a known key and its signature is wrong
   */
  public Map<VerifierKey, NoteSignature> verifiedBy(Collection<VerifierKey> known)
      throws BadSignatureException {
    var verified = new LinkedHashMap<VerifierKey, NoteSignature>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : known) {
        if (!signature.claims(key)) continue;
        if (!signature.isBy(key, text)) throw new BadSignatureException(key);
        verified.putIfAbsent(key, signature);
      }
    }
    return verified;
  }

  /** The whole note, as {@link #parse} reads it. */
  @Override
  public String toString() {
    var note = new StringBuilder(text).append('\n');
    for (NoteSignature signature : signatures) note.append(signature).append('\n');
    return note.toString();
  }
}
