package org.smartcorrection.platform.tracking;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.supervision.Message;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Outcome;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Revision;
import org.smartcorrection.location.supervision.Supervising;
import org.smartcorrection.location.supervision.SupervisionState;
import org.smartcorrection.location.supervision.Terms;
import org.smartcorrection.location.supervision.Verification;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Follows people from message to message. What comes in order is judged at once. What comes late is
 * kept and judged in its place: the state is made again from a snapshot before it and everything
 * after it, and what was observed is compared with what would have been. A start is the same: from
 * the last snapshot on. Only the writer of positions calls it.
 */
@Component
class Following {
  private static final int PAGE = 256;
  private static final Comparator<Message> ORDER =
      Comparator.comparing(Message::time)
          .thenComparingInt(message -> message instanceof Report ? 0 : 1);

  private final Journal journal;
  private final Snapshots snapshots;
  private final Recollections recollections;
  private final Areas areas;
  private final RulesInForce rules;
  private final Positions positions;
  private final OthersFirst othersFirst;
  private final Map<PersonId, Tail> tails = new ConcurrentHashMap<>();

  /** Of whom something that came late is not judged yet. */
  private final Set<PersonId> waiting = ConcurrentHashMap.newKeySet();

  /** What was read of people of this batch who are to be followed from now on. */
  private final Map<PersonId, Recollections.Recalled> recalled = new HashMap<>();

  /** Of whom there are small pages that {@link #bind} would bind. */
  private final Set<PersonId> loose = new LinkedHashSet<>();

  Following(
      Journal journal,
      Snapshots snapshots,
      Recollections recollections,
      Areas areas,
      RulesInForce rules,
      Positions positions,
      OthersFirst othersFirst) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.recollections = recollections;
    this.areas = areas;
    this.rules = rules;
    this.positions = positions;
    this.othersFirst = othersFirst;
  }

  /**
   * Whom, and where what is found goes.
   *
   * @param since when the positioning began, of which this is one term
   */
  record Whom(PersonId person, Term term, Instant since, Findings findings) {}

  /**
   * Takes what came about a person; all of it is in the journal when the transaction is committed.
   *
   * @param entries under the ground, in any order
   * @param shown where the person themselves was shown to be
   * @param pages to which what has to be written is added
   */
  void follow(
      Whom whom, List<Entry> entries, List<Verification> shown, List<Journal.Written> pages) {
    PersonId person = whom.person();
    Tail tail = tail(whom);
    List<Entry> inOrder = Merging.of(List.of(), entries);
    Instant first =
        Stream.concat(
                inOrder.stream().limit(1).map(Entry::time), shown.stream().map(Verification::time))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    if (waiting.contains(person) || tail.isLate(first)) {
      boolean isNew = !inOrder.isEmpty() && journal.insert(person, waiting(inOrder));
      if (isNew || !shown.isEmpty()) {
        snapshots.forgetFrom(person, first);
        waiting.add(person);
      }
    } else {
      inOrder(whom, tail, inOrder, shown, pages);
    }
    catchUp(whom);
  }

  /** Judges what came late of a person, if it is their turn. */
  void catchUp(Whom whom) {
    Tail tail = tails.get(whom.person());
    if (tail != null && waiting.contains(whom.person()) && mayRevise(whom, tail)) revise(whom);
  }

  private static boolean mayRevise(Whom whom, Tail tail) {
    return tail.isRevisable() && !whom.findings().concern(whom.person());
  }

  /** Those of whom something that came late is not judged yet. */
  List<PersonId> waiting() {
    return List.copyOf(waiting);
  }

  private static List<Entry> waiting(List<Entry> entries) {
    return entries.stream().map(entry -> entry.with(new Fate.Unjudged())).toList();
  }

  private void inOrder(
      Whom whom,
      Tail tail,
      List<Entry> entries,
      List<Verification> shown,
      List<Journal.Written> pages) {
    Terms terms = areas.terms(whom.person());
    Supervising supervision = supervising(whom);
    var judged = new ArrayList<Entry>(entries.size());
    long before = tail.made;
    int at = 0;
    for (Entry entry : entries) {
      for (; at < shown.size() && shown.get(at).time().isBefore(entry.time()); at++)
        hear(whom, tail, supervision, shown.get(at), terms);
      Outcome outcome = hear(whom, tail, supervision, entry.report(), terms);
      judged.add(entry.with(Fate.of(outcome.fix())));
    }
    for (; at < shown.size(); at++) hear(whom, tail, supervision, shown.get(at), terms);
    if (!judged.isEmpty()) {
      tail.last = judged.getLast().time();
      tail.unsaved += judged.size();
      Merging.pages(whom.person(), judged, PAGE)
          .forEach(page -> pages.add(new Journal.Written(whom.person(), page)));
      if (tail.wrote(judged.getFirst().time())) loose.add(whom.person());
    }
    if (tail.made > before || tail.unsaved >= Tail.SNAPSHOT_EVERY) remember(whom.person(), tail);
  }

  private Supervising supervising(Whom whom) {
    return rules.of(whom.term().caseId());
  }

  private static Outcome hear(
      Whom whom, Tail tail, Supervising supervision, Message message, Terms terms) {
    Outcome outcome = supervision.hear(tail.state, message, terms);
    take(whom, tail, outcome);
    return outcome;
  }

  private static void take(Whom whom, Tail tail, Outcome outcome) {
    tail.state = outcome.state();
    for (Observation observation : outcome.observations()) made(whom, tail, observation, null);
  }

  private static void made(
      Whom whom, Tail tail, Observation observation, Observations.@Nullable Noted instead) {
    whom.findings()
        .add(
            new Findings.Made(
                whom.person(),
                whom.term().caseId(),
                tail.ground,
                ++tail.made,
                observation,
                instead));
  }

  private void remember(PersonId person, Tail tail) {
    tail.state
        .reach()
        .ifPresent(
            reach -> snapshots.save(person, new Snapshots.Snapshot(tail.state, reach, tail.made)));
    tail.unsaved = 0;
  }

  private Tail tail(Whom whom) {
    Tail known = tails.get(whom.person());
    if (known != null && known.ground.equals(whom.term().instance())) return known;
    return revise(whom);
  }

  /**
   * Reads at once what is needed to follow these people, as far as nobody has followed them since
   * the start.
   */
  void recall(Collection<Whom> all) {
    List<Whom> strangers = all.stream().filter(whom -> !isFollowed(whom)).toList();
    if (strangers.size() > 1) recalled.putAll(recollections.of(strangers));
  }

  private boolean isFollowed(Whom whom) {
    Tail known = tails.get(whom.person());
    return known != null && known.ground.equals(whom.term().instance());
  }

  private Recollections.Recalled recalled(Whom whom) {
    Recollections.@Nullable Recalled before = recalled.remove(whom.person());
    return before != null
        ? before
        : requireNonNull(recollections.of(List.of(whom)).get(whom.person()));
  }

  /** Judges again from the last snapshot on. */
  private Tail revise(Whom whom) {
    long begun = System.nanoTime();
    PersonId person = whom.person();
    Recollections.Recalled recalled = recalled(whom);
    List<Entry> entries = recalled.entries();
    List<Observations.Noted> standing = recalled.standing();
    var tail =
        new Tail(
            whom.term().instance(),
            recalled.snapshot().map(Snapshots.Snapshot::state).orElseGet(SupervisionState::start));
    tail.made = recalled.made();
    tail.last = recalled.last();
    tail.unsaved = entries.size();
    var messages = new ArrayList<Message>(entries.size());
    entries.forEach(entry -> messages.add(entry.report()));
    messages.addAll(recalled.shown());
    messages.sort(ORDER);
    Instant passed =
        Stream.concat(
                Stream.of(messages.isEmpty() ? recalled.reach() : messages.getLast().time()),
                standing.stream().map(noted -> noted.observation().at()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Revision revision =
        Revision.of(
            supervising(whom),
            tail.state,
            messages,
            passed,
            areas.terms(person),
            standing.stream().map(Observations.Noted::observation).toList());
    tail.state = revision.state();
    rewrite(person, entries, messages, revision);
    if (compare(whom, tail, standing, revision) || tail.unsaved >= Tail.SNAPSHOT_EVERY)
      remember(person, tail);
    tail.revised(othersFirst.nanos(System.nanoTime() - begun));
    tails.put(person, tail);
    waiting.remove(person);
    return tail;
  }

  /** Writes what became of each position, where it became something else. */
  private void rewrite(
      PersonId person, List<Entry> entries, List<Message> messages, Revision revision) {
    var fates = new IdentityHashMap<Message, Fate>();
    for (int i = 0; i < messages.size(); i++)
      fates.put(messages.get(i), Fate.of(revision.fixes().get(i)));
    List<Entry> judged =
        entries.stream()
            .map(entry -> entry.with(requireNonNull(fates.get(entry.report()))))
            .toList();
    int first = 0;
    while (first < entries.size() && entries.get(first).equals(judged.get(first))) first++;
    if (first < entries.size()) journal.replace(person, judged.subList(first, judged.size()));
  }

  private static boolean compare(
      Whom whom, Tail tail, List<Observations.Noted> standing, Revision revision) {
    var notes = new IdentityHashMap<Observation, Observations.Noted>();
    standing.forEach(noted -> notes.put(noted.observation(), noted));
    revision
        .withdrawn()
        .forEach(
            gone ->
                whom.findings()
                    .add(new Findings.Withdrawn(whom.person(), requireNonNull(notes.get(gone)))));
    revision.revised().forEach(one -> made(whom, tail, one.after(), notes.get(one.before())));
    revision.added().forEach(one -> made(whom, tail, one, null));
    return !(revision.withdrawn().isEmpty()
        && revision.revised().isEmpty()
        && revision.added().isEmpty());
  }

  /** Looks at the clock: what an hour without a word brings. */
  void look(Whom whom, Instant now) {
    Tail tail = tail(whom);
    if (waiting.contains(whom.person())) {
      if (!mayRevise(whom, tail)) return;
      tail = revise(whom);
    }
    long before = tail.made;
    take(whom, tail, supervising(whom).pass(tail.state, now, areas.terms(whom.person())));
    if (tail.made > before) remember(whom.person(), tail);
  }

  /** Applies what was decided anew about where somebody may be (CCL 27) at once. */
  void reconsider(Whom whom, Instant now) {
    Tail tail = tail(whom);
    if (waiting.contains(whom.person())) return;
    long before = tail.made;
    take(whom, tail, supervising(whom).reconsider(tail.state, areas.terms(whom.person()), now));
    if (tail.made > before) remember(whom.person(), tail);
  }

  /** What was followed of these people is durable: from now on others may see where they are. */
  void committed(Collection<PersonId> people) {
    for (PersonId person : people) {
      Tail tail = tails.get(person);
      // of whom nothing is kept any more, the state remembers more than the map may show
      if (tail != null)
        positions.saw(person, tail.last == null ? Optional.empty() : tail.state.place());
    }
  }

  /** Forgets what is in memory about a person; it is read again when it is needed. */
  void forget(PersonId person) {
    recalled.remove(person);
    tails.remove(person);
    waiting.remove(person);
  }

  /** Those who are followed now. */
  List<PersonId> followed() {
    return List.copyOf(tails.keySet());
  }

  /** Whether there are small pages that {@link #bind} would bind. */
  boolean hasLoosePages() {
    return !loose.isEmpty();
  }

  /** Binds the small pages of some people together. */
  void bind(int most) {
    for (PersonId person : loose.stream().limit(most).toList()) {
      loose.remove(person);
      Tail tail = tails.get(person);
      if (tail == null || tail.looseFrom == null) continue;
      journal.bind(person, tail.looseFrom);
      tail.bound();
    }
  }
}
