package org.smartcorrection.platform.figures;

/** The columns of the tables about people: who was there, who came, who went, who is there. */
enum Column {
  /** At the end of the day before the first. */
  BEGINNING(
      "s.from_day <= :before and (s.until_day is null or s.until_day > :before)", ":before::date"),
  /** In the period: an office also gets people from another one. */
  CAME(
      """
      s.from_day between :first and :last and (s.began in ('RECEIVED', 'TAKEN_OVER')
        or s.began = 'MOVED_HERE' and s.came_from <> all(:agencies)
        or :offices::uuid[] is not null and s.began = 'OFFICE'
          and (s.came_from is null or s.came_from <> all(:offices)))
      """,
      "s.from_day"),
  WENT(
      """
      s.until_day between :first and :last and (s.ended not in ('OFFICE', 'LEVEL', 'MOVED_AWAY')
        or s.ended = 'MOVED_AWAY' and (:offices::uuid[] is not null or s.went_to is null
          or s.went_to <> all(:agencies))
        or :offices::uuid[] is not null and s.ended = 'OFFICE'
          and (s.went_to is null or s.went_to <> all(:offices)))
      """,
      "s.until_day"),
  /** At the end of the last day. */
  END("s.from_day <= :last and (s.until_day is null or s.until_day > :last)", ":last::date");

  private final String condition;
  private final String day;

  Column(String condition, String day) {
    this.condition = condition;
    this.day = day;
  }

  String condition() {
    return condition;
  }

  /** The day on which somebody's age counts. */
  String day() {
    return day;
  }
}
