package dev.mabsplan.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.gathered.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped rules derive from facts, rules of a user's own pack can go on from. */
class OwnRuleTest {

  @TempDir private Path pack;

  private void write(String file, String text) throws IOException {
    Path path = pack.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aRuleOnAProblemThatIsAFactFires() throws IOException {
    write("pack.yaml", "id: site\nversion: '1'\nlanguages: [en]\n");
    write("words.en.yaml", "{}\n");
    write(
        "tapes/topic.yaml",
        """
        entries: {TAPE-1: 'https://wiki.example.org/tapes'}
        problems:
          no-copies:
            entries: [TAPE-1]
            operations: [online-backup]
            severity: medium
            treatment: copy-to-tape
            retry: none
        remedies:
          copy-to-tape:
            entries: [TAPE-1]
            likelihood: likely
            effort: medium
            risk: reversible
            place: console
            on: backupServer
            per: server
            decidedBy: always
            undo: words
        """);
    write(
        "tapes/words.en.yaml",
        """
        entries: {TAPE-1: Tapes}
        problems: {no-copies: nothing leaves the house}
        remedies:
          copy-to-tape: {title: Copy to tape, why: Nothing goes to Azure., do: Copy., verify: It is there., undo: Erase the tape.}
        rules: {no-copy-leaves: The agent of {server} is stopped}
        """
            .replace("is stopped}", "is stopped\"}")
            .replace("no-copy-leaves: The", "no-copy-leaves: \"The"));
    write(
        "tapes/rules.drl",
        """
        package site.tapes

        import dev.mabsplan.facts.*
        import dev.mabsplan.engine.finding.*
        import function dev.mabsplan.engine.session.Derive.*

        // While the agent is stopped, copies leave the house on tape.
        rule "no-copy-leaves"
        when
          Problem( id == "basics/agent-service-stopped", $server : server )
        then
          problem( drools, "tapes/no-copies", $server );
        end
        """);
    Facts facts =
        Facts.builder()
            .server("MABS01", ServerRole.BACKUP_SERVER)
            .add(Service.of("MABS01", "obengine").withState(ServiceState.STOPPED))
            .build();

    Planner planner = Planner.withPacks(List.of(pack));

    assertTrue(Workshop.of(planner).diagnose(facts).fired().contains("tapes/no-copy-leaves"));
    assertEquals(
        List.of("basics/agent-service-stopped", "tapes/no-copies"),
        planner.plan(facts).problems().stream().map(PlannedProblem::id).toList());
  }
}
