package org.smartcorrection.ledger.register;

import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Inclusions;

/**
 * What shows by a register which entry is the latest of a case, or that it has none.
 *
 * @param casePseudonym the case that it is about
 * @param places the place of the case; or where it has none, those of its neighbours in the order
 *     of pseudonyms: two, or one at an end, or none in a register without cases
 * @param hashes of the tree between them, as {@link Inclusions} has them
 */
public record RegisterProof(String casePseudonym, List<Place> places, List<Hash> hashes) {
  public RegisterProof {
    places = List.copyOf(places);
    hashes = List.copyOf(hashes);
  }

  /**
   * A leaf of the register.
   *
   * @param index from zero, in the order of pseudonyms
   */
  public record Place(long index, CaseHead head) {}

  /** The latest entry of the case, if this says that there is one. */
  public Optional<CaseHead> head() {
    return places.size() == 1 && places.getFirst().head().casePseudonym().equals(casePseudonym)
        ? Optional.of(places.getFirst().head())
        : Optional.empty();
  }

  /** Whether this follows from what a register entry states. */
  public boolean follows(RegisterEntry register) {
    if (head().isEmpty() && !isBetween(register.cases())) return false;
    if (places.isEmpty()) return hashes.isEmpty() && register.root().equals(Hash.EMPTY);
    List<Long> indexes = places.stream().map(Place::index).toList();
    return new Inclusions(indexes, register.cases(), hashes)
        .proves(places.stream().map(place -> place.head().hash()).toList(), register.root());
  }

  /** Whether the case, were it there, would have to stand where there is no room. */
  private boolean isBetween(long cases) {
    return switch (places.size()) {
      case 0 -> cases == 0;
      case 1 -> {
        Place one = places.getFirst();
        yield isBefore(one) ? one.index() == 0 : isAfter(one) && one.index() == cases - 1;
      }
      case 2 ->
          isAfter(places.getFirst())
              && isBefore(places.getLast())
              && places.getLast().index() - 1 == places.getFirst().index();
      default -> false;
    };
  }

  private boolean isBefore(Place place) {
    return casePseudonym.compareTo(place.head().casePseudonym()) < 0;
  }

  private boolean isAfter(Place place) {
    return casePseudonym.compareTo(place.head().casePseudonym()) > 0;
  }
}
