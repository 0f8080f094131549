package org.smartcorrection.platform.demo;

import java.util.List;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.evidence.Mismatches;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Changes a row as somebody with the database's password could, past every rule of the platform, so
 * that everybody can watch it being named.
 */
@Component
@Profile("demo")
class BehindTheBack {
  private static final String NUMBER = "%-0003";
  private final JdbcClient jdbc;
  private final Mismatches mismatches;
  private final Cases cases;

  BehindTheBack(JdbcClient jdbc, Mismatches mismatches, Cases cases) {
    this.jdbc = jdbc;
    this.mismatches = mismatches;
    this.cases = cases;
  }

  /** Lets one person's correction end a year early, or puts that right again. */
  void change(boolean back) {
    jdbc.sql(
            """
            update casework.summaries set term_until = term_until + make_interval(years => ?)
            where number like ?
            """)
        .params(back ? 1 : -1, NUMBER)
        .update();
  }

  /** What the comparison has named so far. */
  record Named(Case in, Mismatches.Mismatch mismatch) {}

  List<Named> named() {
    return mismatches.standing(10).stream()
        .map(mismatch -> new Named(cases.get(mismatch.caseId()), mismatch))
        .toList();
  }
}
