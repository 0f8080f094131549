package org.smartcorrection.platform.subjects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds records that could be one human typed twice (rule H12). What is looked through is a blind
 * index ({@link LikenessMarks}); what is found is compared on opened identities. It knows no
 * custody: whoever asks says among whom, or leaves out whom they may not see.
 */
@Repository
public class Likeness {
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final People people;

  Likeness(JdbcClient jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  /** Two records, and what speaks for their being one human. */
  public record Pair(PersonId one, PersonId other, Set<Alike> because) {}

  /** The records that are like this one, wherever they are. */
  public List<Pair> like(PersonId person) {
    List<Pair> near =
        jdbc.sql(
                """
                select b.person from subjects.likeness a
                  join subjects.likeness b on b.marks && a.marks and b.person <> a.person
                where a.person = ? order by b.person limit ?
                """)
            .params(person.value(), MOST)
            .query(
                (row, _) ->
                    new Pair(person, new PersonId(row.getObject("person", UUID.class)), Set.of()))
            .list();
    return compared(near);
  }

  /** The pairs of alike records among these. */
  public List<Pair> among(Collection<PersonId> persons) {
    List<Pair> near =
        jdbc.sql(
                """
                with marked as (
                  select person, unnest(marks) mark from subjects.likeness where person = any(?)),
                shared as (select mark from marked group by mark having count(*) > 1)
                select distinct a.person one, b.person other from marked a
                  join shared s on s.mark = a.mark
                  join marked b on b.mark = a.mark and b.person > a.person
                order by one, other limit ?
                """)
            .params(persons.stream().map(PersonId::value).distinct().toArray(UUID[]::new), MOST)
            .query(
                (row, _) ->
                    new Pair(
                        new PersonId(row.getObject("one", UUID.class)),
                        new PersonId(row.getObject("other", UUID.class)),
                        Set.of()))
            .list();
    return compared(near);
  }

  private List<Pair> compared(List<Pair> near) {
    Map<PersonId, Identity> known =
        people.all(near.stream().flatMap(pair -> Stream.of(pair.one(), pair.other())).toList());
    var alike = new ArrayList<Pair>();
    for (Pair pair : near) {
      @Nullable Identity one = known.get(pair.one());
      @Nullable Identity other = known.get(pair.other());
      if (one == null || other == null) continue;
      Set<Alike> because = Alike.between(one, other);
      if (!because.isEmpty()) alike.add(new Pair(pair.one(), pair.other(), because));
    }
    return alike;
  }
}
