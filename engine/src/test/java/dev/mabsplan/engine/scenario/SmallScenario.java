package dev.mabsplan.engine.scenario;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.Workshop;
import dev.mabsplan.engine.pack.SmallPack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/**
 * A scenario file in which every key is used and that passes with its rule pack, for a test to
 * change one thing of.
 */
public final class SmallScenario {

  /** What faults call the file. */
  public static final String FILE = "small/scenarios/vss.yaml";

  /**
   * The small pack with a rule that satisfies its remedy, a remedy with items, a basic check, and a
   * problem with two rivals.
   */
  public static final SmallPack PACK =
      SmallPack.good()
          .rule(
              "vss-disabled",
              "Service( name == \"VSS\", startType == StartType.DISABLED, $server : server )")
          .rule(
              "vss-may-start",
              "Service( name == \"VSS\", startType == StartType.MANUAL, $server : server )",
              "satisfy( drools, \"small/let-vss-start\", $server );")
          .rule(
              "folder-missing",
              "$problem : Problem( id == \"small/inconsistent\", $server : server )\n"
                  + "Folder( server == $server, present == false, $path : path )",
              "missing( drools, \"small/make-folders\", $problem, $path );")
          .rule(
              "pool-full",
              "Symptom( id == \"small/full\", $server : server, $dataSource : dataSource )",
              "problem( drools, \"small/full\", $server, $dataSource );")
          .replace(
              "small/topic.yaml",
              "problems:\n",
              """
                full: {entries: [TEST-01], affects: backupServer, ids: {dpm: [3170]}}
              problems:
                full:
                  entries: [TEST-01]
                  operations: [disk-backup]
                  severity: low
                  treatment: {rivals: [add-disk, empty-pool]}
                  retry: check
              """)
          .replace(
              "small/topic.yaml",
              "treatment: let-vss-start",
              "treatment: {checklist: [let-vss-start, make-folders]}")
          .append(
              "small/topic.yaml",
              """
                make-folders:
                  entries: [TEST-01]
                  likelihood: possible
                  effort: short
                  risk: reversible
                  place: server
                  on: protectedServer
                  per: server
                  decidedBy: [{fact: "folders[x].present", seen: server, effort: instant}]
                  undo: words
                  effects: {"folders[{item}].present": true}
                start-agent:
                  entries: [TEST-01]
                  likelihood: possible
                  effort: instant
                  risk: reversible
                  place: server
                  on: backupServer
                  per: server
                  decidedBy: [{fact: "services[obengine].state", seen: server, effort: instant}]
                  undo: words
                add-disk:
                  entries: [TEST-01]
                  likelihood: likely
                  effort: short
                  risk: reversible
                  place: server
                  on: backupServer
                  per: server
                  decidedBy: trial
                  undo: words
                empty-pool:
                  entries: [TEST-01]
                  likelihood: rare
                  effort: short
                  risk: reversible
                  place: server
                  on: backupServer
                  per: server
                  decidedBy: trial
                  undo: words
              checks:
                - {remedy: start-agent, operations: [disk-backup]}
              """)
          .replace(
              "small/words.en.yaml",
              "problems: {",
              "problems: {full: \"the storage pool of {server} is full\", ")
          .replace(
              "small/words.en.yaml",
              "  check:\n",
              """
                make-folders: {title: Make, why: It lacks., do: It., verify: Look., undo: Back.}
                start-agent: {title: Start, why: It stopped., do: It., verify: Look., undo: Back.}
                add-disk: {title: Add, why: It is full., do: It., verify: Look., undo: Back.}
                empty-pool: {title: Empty, why: It is full., do: It., verify: Look., undo: Back.}
                check:
              """)
          .replace(
              "small/words.en.yaml",
              "facts:\n",
              "facts:\n  folders[x].present: the folder\n  services[obengine].state: the agent\n");

  public static final Planner PLANNER = Workshop.planner(List.of(PACK.read()));

  /** The file, each of whose lines a test may name. */
  public static final String GOOD =
      """
      scenario: vss
      covers: [small/vss-disabled]
      silent: [small/vss-may-start]
      base: ../servers.yaml
      given:
        servers:
          - name: FS01
            folders: [{path: 'C:\\Temp', present: false}]
            services:
              - {name: VSS, startType: disabled}
        errors:
          - {id: 3106, server: FS01, dataSource: 'D:\\'}
          - {id: 99999}
      unknown: ["servers[FS01].services[VSS].state"]
      expect:
        problems: [small/inconsistent]
        steps:
          - {remedy: small/let-vss-start, number: 1, on: FS01, status: confirmed, path: checklist 1 of 2, because: [small/vss-disabled, "servers[FS01].services[VSS].startType"]}
          - {remedy: small/make-folders, on: FS01, status: confirmed, items: ['C:\\Temp']}
          - {remedy: small/check, on: MABS01, dataSource: 'D:\\', status: required}
        questions: ["servers[MABS01].services[obengine].state"]
        looks: [small/start-agent]
        unexplained: 1
      after:
        - apply: [small/let-vss-start]
          expect:
            steps: {contains: [{remedy: small/make-folders}]}
            excluded: [{remedy: small/let-vss-start, on: FS01, verdict: satisfied, because: [small/vss-may-start]}]
            unexplained: 1
        - expect: {problems: [], steps: [], unexplained: 1}
      cases:
        - name: may start
          covers: [small/vss-may-start]
          silent: [small/vss-disabled]
          given: {servers: [{name: fs01, services: [{name: vss, startType: manual}]}]}
          unknown: [errors]
          expect: {problems: [], steps: [], questions: [], looks: [], unexplained: 0}
          after: []
      """;

  /** The files that lie around it. */
  public static final Map<String, String> BESIDE =
      Map.of(
          "../servers.yaml",
          """
          servers:
            - {name: MABS01, role: backupServer}
            - {name: FS01, role: protectedServer, services: [{name: VSS, state: stopped}]}
          """);

  private SmallScenario() {}

  /** Returns the file with another wording at the one place where a text occurs first. */
  public static String with(String text, String by) {
    int at = GOOD.indexOf(text);
    assertTrue(at >= 0, () -> "there is no " + text);
    return GOOD.substring(0, at) + by + GOOD.substring(at + text.length());
  }

  public static List<Scenario> read(String text) {
    return read(text, BESIDE);
  }

  public static List<Scenario> read(String text, Map<String, String> beside) {
    return new ScenarioReader(PLANNER).read(file(text, beside));
  }

  public static ScenarioFile file(String text, Map<String, String> beside) {
    return new ScenarioFile(FILE, "small", text, path -> Optional.ofNullable(beside.get(path)));
  }

  /** Returns what is wrong, one line each, with line and column and without JSON Pointer. */
  public static List<String> faults(Executable reading) {
    return assertThrows(InvalidScenarioException.class, reading).faults().stream()
        .map(fault -> fault.message().replaceFirst("(:\\d+:\\d+), [^:]*: ", "$1: "))
        .toList();
  }
}
