package org.smartcorrection.platform.exchange;

import java.util.HashMap;
import java.util.Map;
import org.smartcorrection.platform.exchange.table.Field;
import org.smartcorrection.platform.exchange.table.Mapping;
import org.smartcorrection.platform.exchange.table.TableRow;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an agency's columns held the last time, by their names. */
@Repository
class Remembered {
  private final JdbcClient jdbc;

  Remembered(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Field> of(AgencyId custody) {
    var known = new HashMap<String, Field>();
    jdbc.sql("select header, field from exchange.mappings where custody = ?")
        .param(custody.value())
        .query(
            row -> {
              known.put(row.getString("header"), Field.valueOf(row.getString("field")));
            });
    return known;
  }

  void remember(AgencyId custody, TableRow header, Mapping mapping) {
    mapping
        .columns()
        .forEach(
            (field, column) -> {
              String name = Mapping.key(header.cell(column));
              if (!name.isEmpty() && name.length() <= 100)
                jdbc.sql(
                        """
                        insert into exchange.mappings (custody, header, field) values (?, ?, ?)
                        on conflict (custody, header) do update set field = excluded.field
                        """)
                    .params(custody.value(), name, field.name())
                    .update();
            });
  }
}
