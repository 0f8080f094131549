package org.smartcorrection.platform.access;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The looks of which a person complained, so that they are told the name as well. A complaint may
 * be one to the procuratorate alone: what is kept of it is a mark that only the person's complaint
 * key makes, and that says nothing to anybody else.
 */
@Repository
public class Disclosures {
  private final JdbcClient jdbc;
  private final Looks looks;
  private final Vault vault;

  Disclosures(JdbcClient jdbc, Looks looks, Vault vault) {
    this.jdbc = jdbc;
    this.looks = looks;
    this.vault = vault;
  }

  /** Notes that the person complained of a look at their own data; of any other there is none. */
  public void add(PersonId person, UUID look) {
    if (looks.find(person, look).isEmpty()) return;
    vault
        .derive(person, Purpose.COMPLAINT, label(look.toString()))
        .ifPresent(
            mark ->
                jdbc.sql("insert into access.disclosures (mark) values (?) on conflict do nothing")
                    .param(mark)
                    .update());
  }

  /** Those of these looks at the person's data of which the person complained, by id. */
  public Set<String> among(PersonId person, Collection<Looks.Look> seen) {
    Map<ByteBuffer, String> looksByMark = new HashMap<>();
    for (Looks.Look look : seen)
      vault
          .derive(person, Purpose.COMPLAINT, label(look.id()))
          .ifPresent(mark -> looksByMark.put(ByteBuffer.wrap(mark), look.id()));
    if (looksByMark.isEmpty()) return Set.of();
    byte[][] marks = looksByMark.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
    return jdbc
        .sql("select mark from access.disclosures where mark = any(:marks::bytea[])")
        .param("marks", marks)
        .query((row, _) -> ByteBuffer.wrap(row.getBytes("mark")))
        .list()
        .stream()
        .map(looksByMark::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static String label(String look) {
    return "disclosed/" + look;
  }
}
