package org.smartcorrection.platform.organisation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.springframework.stereotype.Component;

/** Says of a substitution who acted, in which post, in whose place. */
@Component
public class ActingFor {
  private final Substitutions substitutions;
  private final StandingPosts posts;
  private final Accounts accounts;

  ActingFor(Substitutions substitutions, StandingPosts posts, Accounts accounts) {
    this.substitutions = substitutions;
    this.posts = posts;
    this.accounts = accounts;
  }

  /**
   * The names of one substitution.
   *
   * @param absent {@code null} where nobody held the post
   */
  public record Names(
      Substitution of,
      Accounts.@Nullable StaffName substitute,
      StandingPosts.@Nullable Title post,
      Accounts.@Nullable StaffName absent) {
    public String substitute(Locale locale) {
      return substitute == null ? "–" : substitute.in(locale);
    }

    public String post(Locale locale) {
      return post == null ? "–" : post.in(locale);
    }

    public String absent(Locale locale) {
      return absent == null ? "–" : absent.in(locale);
    }
  }

  /** The names of these substitutions, in a few queries however many there are. */
  public Map<UUID, Names> of(Collection<UUID> ids) {
    return named(substitutions.all(ids).values());
  }

  /** The substitutions of a post, the latest first. */
  public List<Names> ofPost(PostId post, int most) {
    List<Substitution> found = substitutions.ofPost(post, most);
    Map<UUID, Names> names = named(found);
    return found.stream().map(one -> Objects.requireNonNull(names.get(one.id()))).toList();
  }

  private Map<UUID, Names> named(Collection<Substitution> found) {
    if (found.isEmpty()) return Map.of();
    Map<PostId, StandingPosts.Title> titles =
        posts.titles(found.stream().map(Substitution::post).toList());
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(
            found.stream()
                .flatMap(one -> Stream.of(one.account(), one.absent()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList());
    var named = new HashMap<UUID, Names>();
    for (Substitution one : found)
      named.put(
          one.id(),
          new Names(
              one,
              names.get(one.account()),
              titles.get(one.post()),
              one.absent() == null ? null : names.get(one.absent())));
    return named;
  }
}
