package org.smartcorrection.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.Strict;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;

/** The values of a {@link PaperProof}, in their order. */
final class PaperProofCodec {
  private static final int ID = 4;
  private static final int COSIGNATURE = ID + Long.BYTES + 64;

  private PaperProofCodec() {}

  /** What follows the packed text. */
  static byte[] write(PaperProof proof) throws MalformedException {
    ProofFile file = proof.file();
    DisclosedEntry disclosed = file.disclosed();
    SignedNote note = SignedNote.parse(file.checkpoint());
    Checkpoint head = Checkpoint.parse(note.text());
    if (!head.equals(head(disclosed, file.index(), head.size(), file.path()))) {
      throw new MalformedException("an entry that is not in this log is on no paper");
    }
    var out = new CompactWriter(told(proof.text()));
    EntryCodec.write(disclosed, out);
    out.number(file.index());
    out.number(head.size());
    file.path().forEach(out::hash);
    out.number(note.signatures().size());
    String name = head.origin();
    long time = 0;
    for (var signature : note.signatures()) {
      String line = signature.toString();
      out.like(signature.name(), name);
      name = signature.name();
      time = signature(Strict.base64(line.substring(line.lastIndexOf(' ') + 1)), time, out);
    }
    return out.bytes();
  }

  /** What a disclosure tells of a document of this text. */
  private static @Nullable String told(@Nullable String text) {
    return text == null ? null : Disclosure.value(text.getBytes(UTF_8));
  }

  /** The head to which an entry leads: neither origin nor root need to be told. */
  private static Checkpoint head(DisclosedEntry entry, long index, long size, List<Hash> path)
      throws MalformedException {
    Hash root =
        new InclusionProof(index, size, path)
            .root(entry.signed().leafHash())
            .orElseThrow(() -> new MalformedException("no path of a tree"));
    return new Checkpoint(entry.signed().entry().origin(), size, root);
  }

  /** Members sign one after the other: of their times, what differs from the one before is told. */
  private static long signature(byte[] bytes, long before, CompactWriter out) {
    long time = bytes.length == COSIGNATURE ? ByteBuffer.wrap(bytes).getLong(ID) : -1;
    if (time < 0) {
      out.sized(bytes);
      return before;
    }
    out.number(0);
    out.raw(Arrays.copyOf(bytes, ID));
    out.number(time ^ before);
    out.raw(Arrays.copyOfRange(bytes, ID + Long.BYTES, bytes.length));
    return time;
  }

  static PaperProof read(byte[] body) throws MalformedException {
    var in = new CompactReader(body, null);
    byte[] packed = in.sized();
    String text = PaperProof.unpacked(packed);
    byte[] rest = in.rest();
    try {
      var proof = new PaperProof(file(new CompactReader(rest, told(text))), text);
      // another program may pack the text better or worse; everything else has one spelling
      var size = new CompactWriter(null);
      size.number(packed.length);
      if (Arrays.equals(write(proof), rest)
          && Arrays.mismatch(size.bytes(), body) == size.bytes().length) {
        return proof;
      }
      throw new MalformedException("the proof of a paper is not in its one form");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedException("not the proof of a paper: " + e.getMessage(), e);
    }
  }

  private static ProofFile file(CompactReader in) throws MalformedException {
    DisclosedEntry disclosed = EntryCodec.read(in);
    long index = in.number();
    long size = in.number();
    var path = new ArrayList<Hash>();
    for (int left = InclusionProof.pathLength(index, size); left > 0; left--) path.add(in.hash());
    Checkpoint head = head(disclosed, index, size, path);
    String checkpoint = head.text() + "\n" + signatures(in, head.origin());
    in.end();
    SignedNote.parse(checkpoint);
    return ProofFile.of(disclosed, new InclusionProof(index, size, path), checkpoint);
  }

  private static String signatures(CompactReader in, String origin) throws MalformedException {
    var lines = new StringBuilder();
    String name = origin;
    long time = 0;
    for (int left = in.count(); left > 0; left--) {
      name = in.like(name);
      byte[] bytes = in.sized();
      if (bytes.length == 0) {
        byte[] id = in.raw(ID);
        time ^= in.number();
        byte[] signature = in.raw(COSIGNATURE - ID - Long.BYTES);
        bytes = ByteBuffer.allocate(COSIGNATURE).put(id).putLong(time).put(signature).array();
      }
      lines.append("\u2014 ").append(name).append(' ').append(Strict.base64(bytes)).append('\n');
    }
    return lines.toString();
  }
}
