package org.smartcorrection.platform.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency or a unit in the tree of an area.
 *
 * @param kind message key of what it is
 * @param href where it is kept; {@code null} where the reader changes nothing
 * @param area the divisions that are its own, without those of the units below it
 * @param placed whether it has its place; of a judicial office without one nobody guides the work
 */
record Branch(
    String name,
    String kind,
    @Nullable String href,
    List<String> area,
    List<Holder> posts,
    boolean placed,
    List<Branch> below) {

  /**
   * A post in the tree.
   *
   * @param name who holds it, or an empty string
   * @param href what the post may and must
   */
  record Holder(String title, String name, String href) {}
}
