package dev.mabsplan.engine.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.plan.ShortPlan;
import dev.mabsplan.engine.render.ShortPlanJson;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetLineTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(FleetLine.schema(), InputFormat.JSON);

  private static final String DIGEST = FleetStep.digest("{}".getBytes(StandardCharsets.UTF_8));
  private static final String RUN = FleetStep.digest("run".getBytes(StandardCharsets.UTF_8));
  private static final Mark MARK = new Mark(7, Optional.empty(), DIGEST, RUN);

  private static Known of(String digest, ShortPlan plan) {
    return new Known("fs01,mabs01", digest, "b".repeat(32), plan);
  }

  private static Known firewall() {
    return of(DIGEST, Fleets.behindFirewall("FS01").plan());
  }

  private static String line(Known known, Optional<Changes> changes) {
    return FleetLine.planned(MARK, known, changes, ShortPlanJson.line(known.plan()));
  }

  private static void assertFits(String line) {
    assertEquals(List.of(), SCHEMA.validate(line, InputFormat.JSON), line);
    assertTrue(line.lines().count() == 1, line);
  }

  @Test
  void whatIsWrittenReadsBackAsTheSame() {
    String line = line(firewall(), Optional.empty());

    assertFits(line);
    assertEquals(Optional.of(firewall()), Known.read("plans.ndjson", line));
    assertEquals(
        Optional.of(new FleetLine.Head(DIGEST, "fs01,mabs01", RUN)),
        FleetLine.head(line.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLineSaysWhatChanged() {
    Known before =
        of(
            "0".repeat(32),
            Fleets.known(
                    "fs01,mabs01",
                    List.of(
                        Fleets.problem("fs01", Severity.LOW), Fleets.problem("FS02", Severity.LOW)),
                    Fleets.step("online/let-agent-start", "fs01", 1, Status.CONFIRMED),
                    Fleets.step("a/gone", "FS02", 5, Status.CHECK))
                .plan());
    Changes changes = Changes.between(before, firewall());

    assertEquals(
        List.of("FS02"), changes.solved().stream().map(ShortPlan.Problem::server).toList());
    assertEquals(List.of(), changes.added());
    assertEquals(
        List.of("a/gone"), changes.stepsGone().stream().map(ShortPlan.Step::remedy).toList());
    assertEquals(
        List.of("online/open-firewall"),
        changes.stepsAdded().stream().map(ShortPlan.Step::remedy).toList());
    assertEquals(Status.CONFIRMED, changes.stepsChanged().get(0).was());
    assertEquals(Status.TRY, changes.stepsChanged().get(0).step().status());
    assertFits(line(firewall(), Optional.of(changes)));
  }

  @Test
  void nothingChangedIsSaidToo() {
    Changes changes = Changes.between(firewall(), firewall());

    assertTrue(changes.isEmpty());
    assertTrue(line(firewall(), Optional.of(changes)).contains("\"since\":{}"));
    assertFits(line(firewall(), Optional.of(changes)));
  }

  @Test
  void aBrokenDocumentSaysAllItsFaults() {
    String line =
        FleetLine.broken(
            new Mark(3, Optional.of("FS01.json"), DIGEST, RUN),
            "two faults",
            List.of(
                new Fault("a text", "1", new Source("f", "/errors/0", 3, 9), null),
                new Fault("a comma", "}", null, "add one")));

    assertFits(line);
    assertEquals(Optional.empty(), Known.read("plans.ndjson", line));
    assertTrue(line.contains("\"at\":\"f:3:9\",\"pointer\":\"/errors/0\""), line);
  }

  @Test
  void whatIsNoLineIsNotTakenForOne() {
    assertEquals(
        Optional.empty(), FleetLine.head("{\"errors\":[]}".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        Optional.empty(), FleetLine.head("{\"document\":{\"li".getBytes(StandardCharsets.UTF_8)));
    assertEquals(Optional.empty(), FleetLine.head(new byte[0]));
    assertThrows(InvalidFactsException.class, () -> Known.read("f", "{\"document\":{}}"));
  }

  @Test
  void documentsThatNameTheSameServersHaveOneKey() {
    Facts facts =
        Facts.builder()
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .error(ReportedError.ofText("something").withServer("fs01"))
            .build();
    Facts other =
        Facts.builder()
            .server("FS01", ServerRole.PROTECTED_SERVER)
            .error(ReportedError.ofText("other").withReportedBy("mabs01"))
            .build();

    assertEquals("fs01,mabs01", Given.of(DIGEST, facts).key());
    assertEquals("fs01,mabs01", Given.of(RUN, other).key());
    assertEquals(
        "#" + DIGEST,
        Given.of(DIGEST, Facts.builder().error(ReportedError.ofText("no name")).build()).key());
  }
}
