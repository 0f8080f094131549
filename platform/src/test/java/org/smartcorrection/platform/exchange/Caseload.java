package org.smartcorrection.platform.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.springframework.mock.web.MockMultipartFile;

/** Writes old registers of invented people: their numbers belong to no place. */
final class Caseload {
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  static final String HEADER =
      "姓名,身份证号,性别,出生日期,矫正类别,罪名,判决机关,文书号,卷宗号,判决日期,生效日期,矫正起日,矫正止日,居住地,电话,司法所\n";

  private final StringBuilder rows = new StringBuilder(HEADER);

  /** A row with its decision. */
  Caseload verified() {
    return row(number(), "某区人民法院", "（2026）试01刑初%d号".formatted(PEOPLE.get()), "卷7");
  }

  /** A row that says nothing of a decision. */
  Caseload unverified() {
    return row(number(), "", "", "");
  }

  Caseload row(String number, String organ, String decision, String paper) {
    return line(
        "试验人,%s,男,1985-05-05,缓刑,盗窃罪,%s,%s,%s,2026/1/5,2026年1月15日,2026-01-15,%s,试验路,000,试验所"
            .formatted(number, organ, decision, paper, LocalDate.of(2050, 1, 1)));
  }

  Caseload line(String line) {
    rows.append(line).append('\n');
    return this;
  }

  /** A valid number of nobody. */
  static String number() {
    int n = PEOPLE.incrementAndGet();
    String first = "%06d19850505%02d1".formatted(990000 + n / 100, n % 100);
    return first + IdentityNumber.check(first);
  }

  MockMultipartFile file() {
    return new MockMultipartFile("table", "caseload.csv", "text/csv", bytes());
  }

  byte[] bytes() {
    return rows.toString().getBytes(UTF_8);
  }
}
