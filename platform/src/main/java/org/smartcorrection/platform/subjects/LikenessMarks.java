package org.smartcorrection.platform.subjects;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of a record, of which two records that could be one human share at least one: keyed
 * digests, cut to 64 bits. That two strangers share one by chance does no harm: whoever finds them
 * compares the opened identities ({@link Alike}).
 */
final class LikenessMarks {
  private final IdentityDigest digest;

  LikenessMarks(byte[] key) {
    this.digest = new IdentityDigest(key);
  }

  Long[] of(Identity identity) {
    var said = new ArrayList<String>();
    said.add("name/" + Alike.name(identity) + "/" + identity.born());
    Alike.body(identity.identityNumber()).ifPresent(body -> numbers(body, said));
    return said.stream().map(this::mark).distinct().toArray(Long[]::new);
  }

  /** The number with each digit left out, and with the order of each two neighbours left out. */
  private static void numbers(String body, List<String> said) {
    for (int i = 0; i < Alike.BODY; i++)
      said.add("digit/" + i + "/" + body.substring(0, i) + "_" + body.substring(i + 1));
    for (int i = 0; i + 1 < Alike.BODY; i++) {
      char one = body.charAt(i);
      char other = body.charAt(i + 1);
      said.add(
          "pair/%d/%s%c%c%s"
              .formatted(
                  i,
                  body.substring(0, i),
                  (char) Math.min(one, other),
                  (char) Math.max(one, other),
                  body.substring(i + 2)));
    }
  }

  private long mark(String said) {
    return ByteBuffer.wrap(digest.of(said)).getLong();
  }
}
