package org.smartcorrection.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.MalformedException;

class TilePathTests {
  @Test
  void numbers_are_in_groups_of_three_digits() throws MalformedException {
    for (String path :
        List.of(
            "tile/0/000",
            "tile/0/x001/x234/067",
            "tile/63/999.p/1",
            "tile/entries/x001/000.p/255",
            "tile/entries/x018/x014/x398/x509/x481/983")) {
      assertEquals(path, TilePath.parse(path).toString());
    }
    assertEquals(1_234_067, TilePath.parse("tile/0/x001/x234/067").number());
    assertEquals(new TilePath(TilePath.ENTRIES, 5, 7), TilePath.parse("tile/entries/005.p/7"));
  }

  @Test
  void every_other_spelling_is_refused() {
    for (String path :
        List.of(
            "",
            "tile/0/0",
            "tile/0/0000",
            "tile/00/000",
            "tile/64/000",
            "tile/-1/000",
            "tile/data/000",
            "tile/0/x000/067",
            "tile/0/001/067",
            "tile/0/x001",
            "tile/0/000.p/0",
            "tile/0/000.p/01",
            "tile/0/000.p/256",
            "tile/0/000.p/",
            "/tile/0/000",
            "tile/0/000/",
            "tile/0/../000",
            "tile/0/x999/x999/x999/x999/x999/x999/999")) {
      assertThrows(MalformedException.class, () -> TilePath.parse(path), path);
    }
  }
}
