package dev.mabsplan.engine.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mabsplan.engine.lint.CheckedPacks;
import dev.mabsplan.engine.session.RuleBase;
import dev.mabsplan.facts.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.function.Executable;

/**
 * The smallest rule pack in which nothing is wrong, for a test to change one thing of: one topic,
 * one symptom, one problem with one remedy and a retry, one rule.
 */
public final class SmallPack {

  /** The first lines of every {@code rules.drl}. */
  private static final String HEAD =
      """
      package test.small

      import dev.mabsplan.facts.*
      import dev.mabsplan.engine.finding.*
      import function dev.mabsplan.engine.session.Derive.*

      // A replica that differs from its source fails every later job.
      rule "inconsistent"
      when
        Symptom( id == "small/inconsistent", $server : server, $dataSource : dataSource )
      then
        problem( drools, "small/inconsistent", $server, $dataSource );
      end
      """;

  private final String origin;
  private final SortedMap<String, String> texts;

  private SmallPack(String origin, SortedMap<String, String> texts) {
    this.origin = origin;
    this.texts = texts;
  }

  /** Returns the pack in which nothing is wrong. */
  public static SmallPack good() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put(
        "pack.yaml",
        """
        id: test
        version: 1.10
        languages: [en]
        dataSources:
          - {type: volume, phrase: "Volume {name}"}
        """);
    texts.put(
        "words.en.yaml",
        """
        escalation:
          title: Ask for help
          send: [This plan]
        """);
    texts.put("small/rules.drl", HEAD);
    texts.put(
        "small/topic.yaml",
        """
        entries:
          TEST-01: https://example.org/replica
        symptoms:
          inconsistent:
            entries: [TEST-01]
            affects: protectedServer
            ids: {dpm: [3106]}
            messages:
              en: [Replica is inconsistent]
        problems:
          inconsistent:
            entries: [TEST-01]
            operations: [disk-backup]
            severity: high
            treatment: let-vss-start
            retry: check
        remedies:
          let-vss-start:
            entries: [TEST-01]
            likelihood: possible
            effort: instant
            risk: reversible
            place: server
            on: protectedServer
            per: server
            decidedBy:
              - probe: vss-start-type
                on: protectedServer
                facts:
                  - services[VSS].startType
            shell: cmd
            commands: ["sc.exe config VSS start= demand"]
            undo: {commands: ["sc.exe config VSS start= disabled"]}
            effects: {"services[VSS].startType": manual}
          check:
            entries: [TEST-01]
            likelihood: likely
            effort: long
            risk: reversible
            place: console
            on: backupServer
            per: data-source
            decidedBy: always
            undo: impossible
            effects: {errors: gone}
        """);
    texts.put(
        "small/probes.yaml",
        """
        vss-start-type:
          tells: ["services[VSS].startType"]
          shell: powershell
          command: Get-Service -Name VSS
          format: Get-Service | ConvertTo-Json
          empty: {"services[VSS].present": false}
          effort: instant
        """);
    texts.put(
        "small/samples/vss-start-type.json",
        """
        {"Name": "VSS", "Status": 1, "StartType": 4}
        """);
    texts.put(
        "small/words.en.yaml",
        """
        entries: {TEST-01: Replica is inconsistent}
        problems: {inconsistent: "the replica of {dataSource} is inconsistent"}
        remedies:
          let-vss-start:
            title: Let the Volume Shadow Copy service start
            why: A disabled service lets no snapshot begin.
            verify: The start type is manual.
          check:
            title: Run a consistency check
            why: The replica stays inconsistent until a check has run.
            do: Choose Perform consistency check.
            verify: The alert is gone.
            undo: A check changes nothing that could be undone.
        facts:
          services[VSS].startType: the start type of the Volume Shadow Copy service
        rules:
          inconsistent: DPM reports the replica of {dataSource} as inconsistent
        """);
    return new SmallPack("pack", texts);
  }

  /** Returns the pack with one file more, or another text in it. */
  public SmallPack with(String path, String text) {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    changed.put(path, text);
    return new SmallPack(origin, changed);
  }

  /** Returns the pack with one file less. */
  public SmallPack without(String path) {
    SortedMap<String, String> changed = new TreeMap<>(texts);
    assertTrue(changed.remove(path) != null, () -> "there is no " + path);
    return new SmallPack(origin, changed);
  }

  /** Returns the pack with a file a second time, under another path. */
  public SmallPack copy(String path, String to) {
    return with(to, String.valueOf(texts.get(path)));
  }

  /** Returns the pack with another wording at the one place where a text occurs first. */
  public SmallPack replace(String path, String text, String by) {
    String before = String.valueOf(texts.get(path));
    int at = before.indexOf(text);
    assertTrue(at >= 0, () -> path + " has no " + text);
    return with(path, before.substring(0, at) + by + before.substring(at + text.length()));
  }

  /** Returns the pack with text at the end of a file. */
  public SmallPack append(String path, String text) {
    return with(path, texts.get(path) + text);
  }

  /**
   * Returns the pack with one rule more, which has a comment and a reason.
   *
   * @param patterns what stands between when and then
   * @param consequence what stands between then and end
   */
  public SmallPack rule(String name, String patterns, String consequence) {
    return drl(
        name, "rule \"" + name + "\"\nwhen\n" + patterns + "\nthen\n" + consequence + "\nend\n");
  }

  /** Returns the pack with one rule more, which confirms the remedy on {@code $server}. */
  public SmallPack rule(String name, String patterns) {
    return rule(name, patterns, "confirm( drools, \"small/let-vss-start\", $server );");
  }

  /** Returns the pack with more DRL at the end, a comment above it and a reason for a rule. */
  public SmallPack drl(String rule, String drl) {
    return append("small/rules.drl", "\n// Why this is so.\n" + drl).reason(rule, "It is so.");
  }

  /** Returns the pack with one reason sentence more. */
  public SmallPack reason(String rule, String sentence) {
    return append("small/words.en.yaml", "  " + rule + ": \"" + sentence + "\"\n");
  }

  /** Returns a pack of another name with a topic of another name, for an error of its own. */
  public SmallPack renamed(String pack, String topic) {
    SortedMap<String, String> changed = new TreeMap<>();
    texts.forEach(
        (path, text) ->
            changed.put(
                path.replace("small/", topic + "/"),
                text.replace("package test.small", "package " + pack + "." + topic)
                    .replace("id: test\n", "id: " + pack + "\n")
                    .replace("[3106]", "[3107]")
                    .replace("command: Get-Service -Name VSS", "command: Get-Service VSS")
                    .replace("[Replica is inconsistent]", "[The " + topic + " is inconsistent]")
                    .replace("small/", topic + "/")));
    return new SmallPack(pack, changed);
  }

  /** Returns the text of a file. */
  public String text(String path) {
    return String.valueOf(texts.get(path));
  }

  /** Returns the texts by path. */
  public SortedMap<String, String> texts() {
    return texts;
  }

  /** Returns the files, as if they lay in a folder named {@code pack}. */
  public PackFiles files() {
    return new PackFiles(origin, texts);
  }

  /** Reads the pack. */
  public RulePack read() {
    return PackReader.read(files());
  }

  /** Reads and compiles the pack. */
  public RuleBase compile() {
    return CheckedPacks.of(List.of(read())).compiled();
  }

  /** Returns what is wrong, one line each, by its message. */
  public static List<String> faults(Executable code) {
    List<String> lines = new ArrayList<>();
    for (Fault fault : assertThrows(InvalidPackException.class, code).faults()) {
      lines.add(fault.message());
    }
    return lines;
  }

  /** Asserts that one thing is wrong, and what. */
  public static void assertFault(String message, Executable code) {
    assertEquals(List.of(message), faults(code));
  }
}
