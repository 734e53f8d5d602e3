package dev.mabsplan.engine.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The numbers are worked by hand. The weights below stand for shares of their sum and one more, the
 * cause that nobody thought of.
 */
class QuestionValueTest {

  private static long[] repair(long weight, long minutes) {
    return new long[] {weight, minutes};
  }

  @Test
  void savesTheRepairsInFrontWhereTheAnswerIsYesAndTheRepairItselfWhereItIsNo() {
    // Shares 4/8, 2/8, 1/8 and 1/8. In order: 10·8/8 + 20·4/8 + 60·2/8 = 35 minutes.
    // Asked about the second: yes (2/8) costs its 20 minutes; no (6/8) leaves 10 + 60·2/6 = 30.
    // 35 − (20·2/8 + 30·6/8) = 35 − 27.5 = 7.5
    List<long[]> repairs = List.of(repair(4, 10), repair(2, 20), repair(1, 60));

    assertEquals(new BigDecimal("7.50"), QuestionValue.gain(repairs, 1));
  }

  @Test
  void savesTheFirstRepairWhereTheAnswerIsNo() {
    // Yes (4/8) costs 10; no (4/8) leaves 20 + 60·2/4 = 50. 35 − (5 + 25) = 5
    List<long[]> repairs = List.of(repair(4, 10), repair(2, 20), repair(1, 60));

    assertEquals(new BigDecimal("5.00"), QuestionValue.gain(repairs, 0));
  }

  @Test
  void savesMostWhereTheRepairIsLong() {
    // Yes (1/8) costs 60; no (7/8) leaves 10 + 20·3/7 = 130/7. 35 − (7.5 + 16.25) = 11.25
    List<long[]> repairs = List.of(repair(4, 10), repair(2, 20), repair(1, 60));

    assertEquals(new BigDecimal("11.25"), QuestionValue.gain(repairs, 2));
  }

  @Test
  void savesALoneRepairWhereItIsNotTheOne() {
    // Shares 2/3 and 1/3. Now 20; yes (2/3) costs 20, no (1/3) costs nothing. 20 − 40/3 = 6.67
    assertEquals(new BigDecimal("6.67"), QuestionValue.gain(List.of(repair(2, 20)), 0));
  }

  @Test
  void roundsHalvesUp() {
    // Shares 15/16 and 1/16: 10 / 16 = 0.625
    assertEquals(new BigDecimal("0.63"), QuestionValue.gain(List.of(repair(15, 10)), 0));
  }
}
