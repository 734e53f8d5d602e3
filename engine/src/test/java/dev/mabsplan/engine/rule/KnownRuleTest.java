package dev.mabsplan.engine.rule;

import static dev.mabsplan.engine.pack.SmallPack.good;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mabsplan.engine.session.RuleBase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownRuleTest {

  private static final String DISABLED =
      """
      // A disabled service
      // lets no snapshot begin.
      rule "disabled"
      when
        // The start type counts.
        Service( name == "VSS",
                 startType == StartType.DISABLED, $server : server )
      then
        confirm( drools, "small/let-vss-start", $server );
      end""";

  private static final RuleBase RULES =
      good()
          .append("small/rules.drl", "\n" + DISABLED + "\n")
          .reason("disabled", "It is so.")
          .rule("after", "Service( name == \"VSS\", $server : server )")
          .compile();

  @Test
  void tellsWhatARuleIsAndWhereAndWhy() {
    assertEquals(
        Optional.of(
            new KnownRule(
                "small/disabled",
                "small",
                "pack/small/rules.drl",
                17,
                "A disabled service lets no snapshot begin.",
                List.of(new Call("confirm", "small/let-vss-start", List.of("$server"))),
                DISABLED)),
        RULES.rule("small/disabled"));
  }

  @Test
  void isNotThereForAnIdThatNoRuleHas() {
    assertEquals(Optional.empty(), RULES.rule("small/enabled"));
  }

  @Test
  void theyAreSortedById() {
    assertEquals(
        List.of("small/after", "small/disabled", "small/inconsistent"),
        RULES.known().stream().map(KnownRule::id).toList());
  }
}
