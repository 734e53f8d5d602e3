package dev.mabsplan.engine.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetRankingTest {

  private static FleetRanking ranking(List<Known> all) {
    FleetRanking ranking = new FleetRanking();
    all.forEach(ranking::put);
    return ranking;
  }

  private static Fix first(Known... all) {
    return ranking(List.of(all)).fixes().get(0);
  }

  @Test
  void aRuleInTheFirewallCountsOnceForAllServersBehindIt() {
    List<Fix> fixes = ranking(Fleets.behindFirewall(12)).fixes();

    Fix firewall = fixes.get(0);
    assertEquals("online/open-firewall@mabs01", firewall.step());
    assertEquals(12, firewall.servers());
    assertEquals(48, firewall.weight());
    assertEquals(20, firewall.minutes());
    assertEquals(2.4, firewall.perMinute());
    assertEquals(10, firewall.names().size());
    assertEquals(13, fixes.size());
  }

  @Test
  void aServerThatIsHelpedTwiceCountsOnceByItsWorst() {
    Fix fix =
        first(
            Fleets.known(
                "fs01,mabs01",
                List.of(Fleets.problem("FS01", Severity.LOW)),
                Fleets.step("a/b", "MABS01", 5, Status.CONFIRMED)),
            Fleets.known(
                "fs01,fs02,mabs01",
                List.of(Fleets.problem("fs01", Severity.MEDIUM)),
                Fleets.step("a/b", "mabs01", 5, Status.TRY)));

    assertEquals(1, fix.servers());
    assertEquals(2, fix.weight());
    assertTrue(fix.sure());
  }

  @Test
  void whatIsNeededComesBeforeWhatMayHelpAndCheapBeforeDear() {
    List<Fix> fixes =
        ranking(
                List.of(
                    Fleets.known(
                        "fs01",
                        List.of(Fleets.problem("FS01", Severity.HIGH)),
                        Fleets.step("a/tried", "FS01", 1, Status.TRY),
                        Fleets.step("a/dear", "FS01", 20, Status.REQUIRED),
                        Fleets.step("a/cheap", "FS01", 5, Status.CONFIRMED))))
            .fixes();

    assertEquals(List.of("a/cheap", "a/dear", "a/tried"), fixes.stream().map(Fix::remedy).toList());
  }

  @Test
  void whatMendsNothingByItselfOrLosesDataIsNoFirstChoice() {
    assertEquals(
        List.of(),
        ranking(
                List.of(
                    Fleets.known(
                        "fs01",
                        List.of(Fleets.problem("FS01", Severity.HIGH)),
                        Fleets.step(
                            "a/retry",
                            "FS01",
                            1,
                            Status.REQUIRED,
                            Risk.REVERSIBLE,
                            Step.Kind.RETRY),
                        Fleets.step(
                            "a/look",
                            "FS01",
                            1,
                            Status.CHECK,
                            Risk.READ_ONLY,
                            Step.Kind.LOOK_FIRST),
                        Fleets.step(
                            "a/lose",
                            "FS01",
                            1,
                            Status.CONFIRMED,
                            Risk.DESTRUCTIVE,
                            Step.Kind.REMEDY))))
            .fixes());
  }

  @Test
  void serversWithoutANameAreNotTakenForOne() {
    List<Fix> fixes =
        ranking(
                List.of(
                    Fleets.known(
                        "#1",
                        List.of(Fleets.problem("", Severity.HIGH)),
                        Fleets.step("a/b", "", 5, Status.CONFIRMED)),
                    Fleets.known(
                        "#2",
                        List.of(Fleets.problem("", Severity.HIGH)),
                        Fleets.step("a/b", "", 5, Status.CONFIRMED))))
            .fixes();

    assertEquals(2, fixes.size());
  }

  @Test
  void theLastDocumentAboutTheSameServersCounts() {
    FleetRanking ranking = ranking(Fleets.behindFirewall(2));
    ranking.put(Fleets.known("fs01,mabs01", List.of()));

    assertEquals(1, ranking.fixes().get(0).servers());
    assertEquals(2, ranking.size());
    ranking.remove("fs02,mabs01");
    assertEquals(List.of(), ranking.fixes());
  }

  @Test
  void partsMergeIntoTheWhole() {
    List<Known> all = Fleets.behindFirewall(9);
    FleetRanking one = ranking(all.subList(0, 4));
    one.put(Fleets.known("fs09,mabs01", List.of()));
    one.merge(ranking(all.subList(4, 9)));

    assertEquals(ranking(all).fixes(), one.fixes());
  }

  @Test
  void aTallyForgetsWhatIsRetractedInAnyOrder() {
    List<Share> shares = new ArrayList<>();
    Fleets.behindFirewall(5).forEach(known -> shares.add(Share.of(known).get(0)));
    Tally tally = new Tally();
    shares.forEach(tally::retract);
    Collections.reverse(shares);
    shares.forEach(tally::add);
    assertEquals(Optional.empty(), tally.fix());

    shares.forEach(tally::add);
    shares.subList(1, 5).forEach(tally::retract);
    Tally alone = new Tally();
    alone.add(shares.get(0));
    assertEquals(alone.fix(), tally.fix());
  }

  @Test
  void talliesOfPartsMerge() {
    List<Share> shares = new ArrayList<>();
    Fleets.behindFirewall(5).forEach(known -> shares.add(Share.of(known).get(0)));
    Tally whole = new Tally();
    shares.forEach(whole::add);
    Tally part = new Tally();
    shares.subList(0, 3).forEach(part::add);
    Tally other = new Tally();
    shares.subList(3, 5).forEach(other::add);
    part.merge(other);

    assertEquals(whole.fix(), part.fix());
  }
}
