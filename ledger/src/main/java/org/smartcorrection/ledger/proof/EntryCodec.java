package org.smartcorrection.ledger.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.Opening;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The one binary form of a {@link DisclosedEntry}. <i>n</i> is a number in LEB128, <i>t</i> a text
 * of {@link Vocabulary}, <i>h</i> 32 bytes, <i>b</i> a number and as many bytes, <i>l</i> a text by
 * what it shares with the one before it: two numbers and <i>b</i> ({@link CompactWriter#like}):
 *
 * <pre>
 * byte 1, or 2 where the agency signed again
 * origin t, agency t, actor t, type t, case t, number n, previous h (not for number 1),
 * hour n (hours since 1970), content
 * once or twice: name of the key l (the first like the origin), its id (4 bytes), signature b
 *
 * content: byte 0 where nothing stands; 1, h of what is not told; 2, name t, salt (16 bytes),
 *          value t; 3, content to the left, content to the right
 * </pre>
 */
final class EntryCodec {
  private static final long SECONDS = Duration.ofHours(1).toSeconds();
  private static final int ONCE = 1;
  private static final int TWICE = 2;
  private static final int NOTHING = 0;
  private static final int HIDDEN = 1;
  private static final int TOLD = 2;
  private static final int BOTH = 3;
  private static final int ID = 4;

  private EntryCodec() {}

  static void write(DisclosedEntry disclosed, CompactWriter out) {
    write(disclosed.signed(), disclosed.told(), out);
  }

  /** Writes what need not hold. */
  static void write(SignedEntry signed, Opening told, CompactWriter out) {
    Entry entry = signed.entry();
    out.number(signed.secondKey().isPresent() ? TWICE : ONCE);
    out.text(entry.origin());
    out.text(entry.agency());
    out.text(entry.actor());
    out.text(entry.type());
    out.text(entry.link().casePseudonym());
    out.number(entry.link().number());
    Hash previous = entry.link().previous();
    if (previous != null) out.hash(previous);
    out.number(entry.hour().getEpochSecond() / SECONDS);
    content(told, out);
    String key = signed.key();
    signature(key, entry.origin(), signed.signature(), out);
    signed
        .secondKey()
        .ifPresent(
            again -> signature(again, name(key), signed.secondSignature().orElseThrow(), out));
  }

  private static void content(Opening part, CompactWriter out) {
    switch (part) {
      case Opening.Nothing() -> out.number(NOTHING);
      case Opening.Hidden(Hash hash) -> {
        out.number(HIDDEN);
        out.hash(hash);
      }
      case Opening.Told(Disclosure told) -> {
        out.number(TOLD);
        out.text(told.name());
        out.salt(told.salt());
        out.text(told.value());
      }
      case Opening.Both(Opening left, Opening right) -> {
        out.number(BOTH);
        content(left, out);
        content(right, out);
      }
    }
  }

  private static void signature(String key, String like, byte[] signature, CompactWriter out) {
    out.like(name(key), like);
    out.raw(HexFormat.of().parseHex(key.substring(key.length() - 2 * ID)));
    out.sized(signature);
  }

  /** Of {@code name+id}. */
  private static String name(String key) {
    return key.substring(0, key.length() - 2 * ID - 1);
  }

  static DisclosedEntry read(CompactReader in) throws MalformedException {
    long times = in.number();
    if (times != ONCE && times != TWICE) throw new MalformedException("an unknown form of entry");
    String origin = in.text();
    String agency = in.text();
    String actor = in.text();
    String type = in.text();
    String of = in.text();
    long number = in.number();
    @Nullable Hash previous = number == 1 ? null : in.hash();
    long hours = in.number();
    if (hours > Instant.MAX.getEpochSecond() / SECONDS) {
      throw new MalformedException("no such hour");
    }
    Instant hour = Instant.ofEpochSecond(hours * SECONDS);
    Opening told = content(in, 0);
    var link = new Link(of, number, previous);
    var entry = new Entry(origin, agency, actor, type, link, hour, told.root());
    String key = key(in, origin);
    SignedEntry signed = SignedEntry.of(entry, key, in.sized());
    if (times == TWICE) signed = signed.with(key(in, name(key)), in.sized());
    return new DisclosedEntry(signed, told);
  }

  private static Opening content(CompactReader in, int level) throws MalformedException {
    if (level > Opening.DEEPEST) throw new MalformedException("content too deep");
    long kind = in.number();
    if (kind == NOTHING) return new Opening.Nothing();
    if (kind == HIDDEN) return new Opening.Hidden(in.hash());
    if (kind == TOLD) return new Opening.Told(new Disclosure(in.text(), in.salt(), in.text()));
    if (kind != BOTH) throw new MalformedException("content of an unknown form");
    return new Opening.Both(content(in, level + 1), content(in, level + 1));
  }

  private static String key(CompactReader in, String like) throws MalformedException {
    return in.like(like) + "+" + HexFormat.of().formatHex(in.raw(ID));
  }
}
