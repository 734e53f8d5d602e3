package dev.mabsplan.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.order.LookPlaces.Block;
import dev.mabsplan.engine.order.LookPlaces.Place;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Remedy;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookPlacesTest {

  private static final Look QUICK = look("quick");
  private static final Look SLOW = look("slow");

  /** Two looks of the weights 4 and 1 and of 1 and 20 minutes. */
  private static Look look(String name) {
    Knowledge knowledge =
        new SmallPack()
            .problem("p", "{checklist: [quick, slow]}")
            .remedy("quick", "likelihood: likely", "effort: instant")
            .remedy("slow", "likelihood: rare", "effort: medium")
            .knowledge();
    Remedy remedy = knowledge.remedy("t/" + name).orElseThrow();
    return new Look(
        remedy,
        new StepKey("t/" + name, SmallPack.MABS, "", null),
        List.of(),
        List.of(),
        knowledge.minutesOfLook(remedy));
  }

  private static List<Place> places(Block... blocks) {
    return new LookPlaces(List.of(blocks), List.of(QUICK, SLOW), 0).best();
  }

  @Test
  void areBeforeAnHour() {
    assertEquals(List.of(new Place(0, List.of(QUICK, SLOW))), places(new Block(2, 240)));
  }

  @Test
  void areBehindAMinute() {
    assertEquals(List.of(new Place(1, List.of(QUICK, SLOW))), places(new Block(32, 1)));
  }

  @Test
  void areApartWhereThatSavesTime() {
    assertEquals(
        List.of(new Place(0, List.of(QUICK)), new Place(1, List.of(SLOW))),
        places(new Block(8, 10)));
  }

  @Test
  void areAloneWhereThereIsNothingElse() {
    assertEquals(List.of(new Place(0, List.of(QUICK, SLOW))), places());
  }
}
