package org.smartcorrection.platform.organisation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts that an agency has by its nature, one of each: the post in which people under correction
 * act for themselves, and the one in which time acts. And the titles of posts, for whoever shows
 * who did something.
 */
@Repository
public class StandingPosts {
  private final JdbcClient jdbc;
  private final Clock clock;

  StandingPosts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a post is called, and whose it is. */
  public record Title(AgencyId agency, Role role, String zh, String en, boolean deputy) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? zh : en;
    }
  }

  /** The post in which people under correction act before this agency. */
  @Transactional
  public PostId subject(Agency agency) {
    return standing(agency, Role.SUBJECT, "本人", "Person concerned");
  }

  /** The post in which deadlines and devices act by themselves. */
  @Transactional
  public PostId system(Agency agency) {
    return standing(agency, Role.SYSTEM, "自动办理", "Automatic");
  }

  /** The titles of these posts, in one query. */
  public Map<PostId, Title> titles(Collection<PostId> posts) {
    var titles = new HashMap<PostId, Title>();
    jdbc.sql(
            "select id, agency, role, title_zh, title_en, deputy from organisation.posts"
                + " where id = any(?)")
        .param(posts.stream().map(PostId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              titles.put(
                  new PostId(row.getObject("id", UUID.class)),
                  new Title(
                      new AgencyId(row.getObject("agency", UUID.class)),
                      Role.valueOf(row.getString("role")),
                      row.getString("title_zh"),
                      row.getString("title_en"),
                      row.getBoolean("deputy")));
            });
    return titles;
  }

  private PostId standing(Agency agency, Role role, String titleZh, String titleEn) {
    return find(agency, role).orElseGet(() -> make(agency, role, titleZh, titleEn));
  }

  private PostId make(Agency agency, Role role, String titleZh, String titleEn) {
    // two at the same moment would make two posts: the second waits here and then finds the first
    jdbc.sql("select id from organisation.agencies where id = ? for update")
        .param(agency.id().value())
        .query(UUID.class)
        .single();
    return find(agency, role).orElseGet(() -> add(agency, role, titleZh, titleEn));
  }

  private Optional<PostId> find(Agency agency, Role role) {
    return jdbc.sql(
            "select id from organisation.posts where agency = ? and role = ? order by id limit 1")
        .params(agency.id().value(), role.name())
        .query(UUID.class)
        .optional()
        .map(PostId::new);
  }

  private PostId add(Agency agency, Role role, String titleZh, String titleEn) {
    var post = new PostId(Uuids.next(clock));
    jdbc.sql(
            """
            insert into organisation.posts (id, agency, role, title_zh, title_en)
            values (?, ?, ?, ?, ?)
            """)
        .params(post.value(), agency.id().value(), role.name(), titleZh, titleEn)
        .update();
    return post;
  }
}
