package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks with a person that their name may have to be withheld from somebody: so that lists without
 * such people ask nothing more.
 */
@Component
class Guarding {
  private final JdbcClient jdbc;
  private final People people;

  Guarding(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  /** Follows what the person's cases say now, in the transaction of the act that changed it. */
  void follow(PersonId person) {
    people.guard(
        person,
        jdbc.sql(
                """
                select exists (select from casework.all_summaries
                  where person = ? and (restricted or minor or sealed))
                """)
            .param(person.value())
            .query(Boolean.class)
            .single());
  }
}
