package org.smartcorrection.platform.tracking;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Area;

/**
 * Equal ground as one: everybody of a county has its border as their place of execution, and what
 * is laid out of thousands of corners is laid out for all of them.
 */
final class SharedGround {
  private static final Map<Area, WeakReference<Area>> KNOWN = new WeakHashMap<>();

  private SharedGround() {}

  /** The one that was asked for first of those that are equal, while it is still in use. */
  static Area one(Area ground) {
    synchronized (KNOWN) {
      WeakReference<Area> known = KNOWN.get(ground);
      @Nullable Area before = known == null ? null : known.get();
      if (before != null) return before;
      KNOWN.put(ground, new WeakReference<>(ground));
      return ground;
    }
  }
}
