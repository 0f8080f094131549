package org.smartcorrection.platform.subjects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose name is withheld is asked of those alone who are marked, and of nobody where none is. */
@PlatformTest
class VeilTests {
  @Autowired District district;
  @Autowired JdbcClient jdbc;
  @Autowired Vault vault;
  @Autowired Clock clock;

  private final List<Set<PersonId>> asked = new ArrayList<>();

  @Test
  void H13_L39_a_list_without_guarded_people_asks_nothing_and_others_ask_once_about_those() {
    People people = new People(jdbc, vault, _ -> {}, clock, new Counted());
    List<PersonId> all = Stream.generate(district::person).limit(20).toList();
    assertEquals(20, people.all(all).size());
    assertEquals(List.of(), asked, "nobody is guarded");

    people.guard(all.get(3), true);
    people.guard(all.get(7), true);
    assertEquals(18, people.all(all).size());
    assertEquals(List.of(Set.of(all.get(3), all.get(7))), asked);
    assertEquals(20, people.unveiled(all).size(), "what is computed needs everybody");
  }

  /** Withholds whomever it is asked about, and notes it. */
  private final class Counted implements ObjectProvider<Veil> {
    @Override
    public Veil getObject() {
      return this::over;
    }

    @Override
    public Stream<Veil> orderedStream() {
      return Stream.of(getObject());
    }

    private Set<PersonId> over(Collection<PersonId> people) {
      asked.add(Set.copyOf(people));
      return Set.copyOf(people);
    }
  }
}
