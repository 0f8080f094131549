package org.smartcorrection.platform.exchange.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The formats that come with the platform, and those that an agency's administrator handed in. */
@Repository
class Formats {
  private static final List<String> SHIPPED = List.of("register");

  private final List<Format> shipped = SHIPPED.stream().map(Formats::read).toList();
  private final JdbcClient jdbc;
  private final Clock clock;

  Formats(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All that an agency can use, those of the platform first. */
  List<Format> of(AgencyId custody) {
    return Stream.concat(shipped.stream(), own(custody).stream()).toList();
  }

  /** Those that the agency handed in itself. */
  List<Format> own(AgencyId custody) {
    return jdbc.sql("select content from exchange.formats where custody = ? order by id")
        .param(custody.value())
        .query(
            (row, _) ->
                FormatReader.read(row.getString("content").getBytes(StandardCharsets.UTF_8)))
        .list();
  }

  /**
   * One format.
   *
   * @throws NotFound when the agency has none of this name
   */
  Format get(AgencyId custody, String id) {
    return of(custody).stream()
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Keeps a format; one of the same name is replaced.
   *
   * @throws Refused when it is none, or bears the name of one that comes with the platform
   */
  Format keep(AgencyId custody, byte[] content, AccountId by) {
    Format format = FormatReader.read(content);
    if (SHIPPED.contains(format.id())) throw new Refused("exchange.format.shipped", format.id());
    jdbc.sql(
            """
            insert into exchange.formats (custody, id, content, account, at) values (?, ?, ?, ?, ?)
            on conflict (custody, id) do update set content = excluded.content,
              account = excluded.account, at = excluded.at
            """)
        .params(
            custody.value(),
            format.id(),
            new String(content, StandardCharsets.UTF_8),
            by.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return format;
  }

  /** A format that comes with the platform, as an example to begin with. */
  static byte[] example() {
    return bytes(SHIPPED.getFirst());
  }

  private static Format read(String id) {
    return FormatReader.read(bytes(id));
  }

  private static byte[] bytes(String id) {
    try {
      return new ClassPathResource("exchange/formats/" + id + ".json").getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a format of the platform cannot be read", e);
    }
  }
}
