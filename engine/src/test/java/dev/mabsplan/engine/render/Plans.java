package dev.mabsplan.engine.render;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.order.Standing;
import dev.mabsplan.engine.order.Status;
import dev.mabsplan.engine.pack.Effort;
import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCode.Kind;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.Likelihood;
import dev.mabsplan.engine.pack.Place;
import dev.mabsplan.engine.pack.Risk;
import dev.mabsplan.engine.pack.Severity;
import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.engine.plan.Candidate;
import dev.mabsplan.engine.plan.Catalogued;
import dev.mabsplan.engine.plan.Commands;
import dev.mabsplan.engine.plan.Escalation;
import dev.mabsplan.engine.plan.Excluded;
import dev.mabsplan.engine.plan.PackUsed;
import dev.mabsplan.engine.plan.Plan;
import dev.mabsplan.engine.plan.PlannedProblem;
import dev.mabsplan.engine.plan.Question;
import dev.mabsplan.engine.plan.Reason;
import dev.mabsplan.engine.plan.Recognized;
import dev.mabsplan.engine.plan.SiteUsed;
import dev.mabsplan.engine.plan.Step;
import dev.mabsplan.engine.plan.Undo;
import dev.mabsplan.engine.plan.UnexplainedError;
import dev.mabsplan.engine.plan.UnusedFacts;
import dev.mabsplan.engine.plan.Verification;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans to render, from one with nothing in it to one with everything. */
final class Plans {

  static final Address ERROR = Address.parse("errors[3106 on FS01, D:\\]");
  static final Address VSS = Address.parse("servers[FS01].services[VSS].startType");

  private Plans() {}

  static Plan empty(Language language) {
    return new Plan(
        language,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new UnusedFacts(List.of(), new TreeMap<>(), List.of()),
        List.of(),
        Map.of());
  }

  /** Returns a plan in which every list has an item and every optional part is there. */
  static Plan full(Language language) {
    return full(language, "D:\\");
  }

  /**
   * Returns a plan with everything.
   *
   * @param text stands wherever a text can come from the facts
   */
  static Plan full(Language language, String text) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    counts.put("certificates", 2);
    counts.put("services", 1);
    return new Plan(
            language,
            Optional.of(Instant.parse("2026-01-15T03:10:00Z")),
            List.of(problem(text), unnamedProblem()),
            List.of(
                vss(text),
                retry("2", text),
                lookFirst("3"),
                bare("4a", Status.CHECK),
                bare("4b", Status.TRY),
                destructive("5")),
            Optional.of(
                new Escalation(
                    "6",
                    "Ask Microsoft support, and send this plan",
                    List.of("this plan", "the alert of " + text),
                    List.of(
                        new Escalation.Section(
                            1, List.of("The replica of " + text), List.of("replica/let-vss-start")),
                        new Escalation.Section(2, List.of(), List.of())))),
            List.of(
                new Excluded(
                    "replica/install-windows-server-backup",
                    "Install Windows Server Backup",
                    "FS01",
                    Optional.of(text),
                    Excluded.Verdict.INAPPLICABLE,
                    List.of(reason(text + " is a volume, not a system state backup")),
                    List.of("REPLICA-INC-02"))),
            List.of(question("free space of the storage pool of " + text)),
            List.of(
                new Candidate(
                    Address.parse("errors[8888]"),
                    "the PIN of " + text + " is not accepted",
                    "security/pin-refused",
                    "Azure refused the PIN for " + text,
                    List.of("PASSPHRASE-PIN-01"),
                    "MABS01",
                    Optional.of(text),
                    List.of("PIN of " + text),
                    List.of("ID 100130"),
                    Optional.empty(),
                    "The whole error, with its ID",
                    Optional.empty(),
                    Optional.of(
                        new Candidate.Next("security/get-security-pin", "Get a new PIN", 1))),
                new Candidate(
                    Address.parse("errors[65]"),
                    "the agent on " + text + " does not answer",
                    "families/agent-reach",
                    "an error that is answered with: make the agent reachable",
                    List.of("CATALOGUE"),
                    "FS01",
                    Optional.empty(),
                    List.of("ID 65: service cannot talk to agent"),
                    List.of(),
                    Optional.of(code(65, Kind.ERROR, List.of("families/agent-reach"))),
                    "the state of the service",
                    Optional.of(serviceQuestion("the state of the service")),
                    Optional.empty())),
            List.of(
                new UnexplainedError(
                    Address.parse("errors[9999]"),
                    "Something else on " + text,
                    List.of(9999),
                    List.of("0x80070005"))),
            List.of(
                new Catalogued(
                    Address.parse("errors[407]"),
                    "Basic disks are to become dynamic: " + text,
                    code(407, Kind.QUESTION, List.of())),
                new Catalogued(
                    Address.parse("errors[950]"),
                    "The schedule of " + text + " is not valid",
                    code(950, Kind.INPUT, List.of()))),
            new UnusedFacts(
                List.of(Address.parse("servers[FS01].services[Spooler]")),
                counts,
                List.of(
                    new UnusedFacts.Slip(Address.parse("servers[FS01].services[VSSS]"), "VSS"))),
            List.of(new PackUsed("mabs", "0.1.0", "0123456789abcdef".repeat(2))),
            Map.of(
                ERROR,
                Source.of("alerts.csv", 2),
                Address.parse("errors[8888]"),
                Source.of("alerts.csv", 3),
                Address.parse("errors[9999]"),
                Source.of("alerts.csv", 3),
                Address.parse("errors[407]"),
                Source.of("alerts.csv", 4),
                VSS,
                Source.of("FS01/services.json", 5)))
        .with(
            new SiteUsed(
                "contoso",
                List.of(
                    new SiteUsed.Weighed(
                        "replica/let-vss-start",
                        Optional.of(Likelihood.RARE),
                        Optional.of(Effort.LONG),
                        "slow at " + text)),
                List.of(new SiteUsed.Silenced("replica/vss-disabled", "watched by " + text)),
                List.of(
                    new SiteUsed.Waived(
                        "replica/inconsistent",
                        Optional.of(text),
                        LocalDate.of(2026, 12, 31),
                        "accepted by " + text)),
                List.of(
                    new SiteUsed.Waived(
                        "replica/inconsistent",
                        Optional.empty(),
                        LocalDate.of(2025, 12, 31),
                        "once accepted"))));
  }

  private static ErrorCode code(int id, Kind kind, List<String> families) {
    return new ErrorCode(
        id, kind, "agent", Optional.empty(), families, "a clue", "https://example.org/codes");
  }

  /** Returns a plan with one step, and without what is optional. */
  static Plan of(Language language, Step... steps) {
    Plan empty = empty(language);
    return new Plan(
        language,
        empty.observedAt(),
        List.of(unnamedProblem()),
        List.of(steps),
        empty.escalation(),
        empty.excluded(),
        empty.questions(),
        empty.candidates(),
        empty.unexplained(),
        empty.catalogued(),
        empty.unused(),
        empty.packs(),
        Map.of());
  }

  static Plan unexplained(Language language, String headline) {
    Plan empty = empty(language);
    return new Plan(
        language,
        empty.observedAt(),
        empty.problems(),
        empty.steps(),
        empty.escalation(),
        empty.excluded(),
        empty.questions(),
        empty.candidates(),
        List.of(
            new UnexplainedError(Address.parse("errors[9999]"), headline, List.of(), List.of())),
        empty.catalogued(),
        empty.unused(),
        empty.packs(),
        Map.of());
  }

  /** Returns a plan that asks. */
  static Plan asking(List<Question> questions, Step... steps) {
    Plan of = of(Language.ENGLISH, steps);
    return new Plan(
        of.language(),
        of.observedAt(),
        of.problems(),
        of.steps(),
        of.escalation(),
        of.excluded(),
        questions,
        of.candidates(),
        of.unexplained(),
        of.catalogued(),
        of.unused(),
        of.packs(),
        Map.of());
  }

  /** Returns a plan of a problem that a rule found, and a step for a reason. */
  static Plan confirmedBy(Reason reason) {
    Step step = bare("1", Status.CONFIRMED);
    return about(
        problem("FS01", "MABS01", List.of(reason("VSS is disabled"))),
        with(step, step.title(), step.place(), step.server(), List.of(reason)));
  }

  /** Returns a plan for a server. */
  static Plan whose(String server, String backupServer) {
    return about(problem(server, backupServer, List.of()));
  }

  private static Plan about(PlannedProblem problem, Step... steps) {
    Plan of = of(Language.ENGLISH, steps);
    return new Plan(
        of.language(),
        of.observedAt(),
        List.of(problem),
        of.steps(),
        of.escalation(),
        of.excluded(),
        of.questions(),
        of.candidates(),
        of.unexplained(),
        of.catalogued(),
        of.unused(),
        of.packs(),
        Map.of());
  }

  private static PlannedProblem problem(String server, String backupServer, List<Reason> reasons) {
    return new PlannedProblem(
        "replica/inconsistent",
        "the replica of D:\\ is inconsistent",
        server,
        backupServer,
        Optional.of("D:\\"),
        Severity.HIGH,
        List.of(),
        List.of(),
        reasons,
        Optional.empty(),
        Standing.REPORTED);
  }

  private static PlannedProblem problem(String dataSource) {
    return new PlannedProblem(
        "replica/inconsistent",
        "the replica of " + dataSource + " is inconsistent",
        "FS01",
        "MABS01",
        Optional.of(dataSource),
        Severity.HIGH,
        List.of("REPLICA-INC-01"),
        List.of(
            new Recognized(
                ERROR,
                "id",
                "ID 3106",
                "The replica of "
                    + dataSource
                    + " on FS01 is inconsistent with the protected data source.",
                List.of(3106, 30111))),
        List.of(reason("the error says so")),
        Optional.of(Instant.parse("2026-01-12T22:00:00Z")),
        Standing.REPORTED);
  }

  private static PlannedProblem unnamedProblem() {
    return new PlannedProblem(
        "basics/agent-missing",
        "the agent is not installed",
        "",
        "",
        Optional.empty(),
        Severity.LOW,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Standing.APART);
  }

  static Reason reason(String text) {
    return new Reason(
        text,
        "replica/vss-disabled",
        List.of(new FactCited(VSS, "disabled"), new FactCited(ERROR, text)));
  }

  static Question question(String label) {
    return question("servers[MABS01].volumes[storagePool].freeBytes", label);
  }

  private static Question serviceQuestion(String label) {
    return new Question(
        List.of(Address.parse("servers[MABS01].services[obengine].state")),
        label,
        "MABS01",
        Optional.of("basics/agent-service"),
        Optional.of(
            "Get-Service -Name obengine -ErrorAction SilentlyContinue | Select-Object Name, Status | ConvertTo-Json"),
        Optional.of(Shell.POWERSHELL),
        false,
        1,
        List.of("3"),
        BigDecimal.ONE);
  }

  private static Question question(String fact, String label) {
    return new Question(
        List.of(Address.parse(fact)),
        label,
        "MABS01",
        Optional.of("replica/storage-pool"),
        Optional.of(
            "Get-DPMDiskStorage -DPMServerName MABS01 -Volumes | Select-Object Name, FreeSpace | ConvertTo-Json"),
        Optional.of(Shell.DPM_SHELL),
        true,
        1,
        List.of("4a"),
        new BigDecimal("12.50"));
  }

  private static Step vss(String text) {
    return new Step(
        "1",
        "replica/let-vss-start@FS01",
        Step.Kind.REMEDY,
        "replica/let-vss-start",
        "Let the Volume Shadow Copy service start",
        Place.SERVER,
        "FS01",
        Optional.of(text),
        Status.CONFIRMED,
        List.of(new Step.Asker(1, "checklist 3 of 4"), new Step.Asker(2, "")),
        List.of("an item of " + text),
        List.of(reason("VSS is disabled, and so is " + text)),
        List.of("Set the start type to manual for " + text, "It need not run all the time."),
        Optional.of(
            new Commands(
                Shell.CMD, true, List.of("sc.exe config VSS start= demand", "echo " + text))),
        new Verification(
            "The start type is manual; stopped is its normal state.",
            Optional.of("sc.exe qc VSS"),
            Optional.of("START_TYPE         : 3   DEMAND_START")),
        new Undo(true, "", List.of("sc.exe config VSS start= disabled", "sc.exe qc VSS")),
        Optional.empty(),
        1,
        Likelihood.VERY_LIKELY,
        Risk.REVERSIBLE,
        List.of("REPLICA-INC-01"),
        Optional.of("2"),
        Optional.of(
            new Step.Together(
                List.of("1", "3"),
                "2",
                "Together with step 3, because step 2 takes long: " + text)),
        List.of(),
        List.of("Confirmed by facts.", "likelihood possible, effort 1 min"));
  }

  private static Step retry(String number, String text) {
    return new Step(
        number,
        "replica/consistency-check@MABS01#FS01 D:\\",
        Step.Kind.RETRY,
        "replica/consistency-check",
        "Run a synchronization with consistency check of " + text,
        Place.CONSOLE,
        "mabs01.backup.corp.contoso.com",
        Optional.of(text),
        Status.REQUIRED,
        List.of(new Step.Asker(1, "retry")),
        List.of(),
        List.of(reason("The replica stays inconsistent until a check has run")),
        List.of("In the console, choose Perform consistency check."),
        Optional.empty(),
        new Verification("The alert is gone.", Optional.empty(), Optional.empty()),
        new Undo(true, "There is nothing to undo: " + text, List.of("sc.exe qc VSS")),
        Optional.empty(),
        60,
        Likelihood.LIKELY,
        Risk.DISRUPTIVE,
        List.of("REPLICA-INC-01"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of("Follows from the problem."));
  }

  static Step lookFirst(String number) {
    return new Step(
        number,
        "look-first@MABS01",
        Step.Kind.LOOK_FIRST,
        "",
        "Look at these first",
        Place.SERVER,
        "MABS01",
        Optional.empty(),
        Status.CHECK,
        List.of(new Step.Asker(1, "basic checks")),
        List.of(),
        List.of(
            new Reason("They bear on every such problem, and nobody has looked.", "", List.of())),
        List.of(),
        Optional.empty(),
        new Verification("Each point is as it should be.", Optional.empty(), Optional.empty()),
        new Undo(true, "Looking changes nothing.", List.of()),
        Optional.empty(),
        2,
        Likelihood.POSSIBLE,
        Risk.READ_ONLY,
        List.of("BASIC-03"),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Step.LookFirst(
                "basics/start-agent-service",
                "Start the Microsoft Azure Recovery Services agent",
                Optional.of("The service is running"),
                "MABS01",
                List.of(serviceQuestion("the state of the service")),
                List.of("BASIC-03"))),
        List.of("Comes after what is certain and before what is only possible."));
  }

  /** Returns a step without anything that can be left out. */
  static Step bare(String number, Status status) {
    return new Step(
        number,
        "replica/give-room@" + number,
        Step.Kind.REMEDY,
        "replica/give-room",
        "Give the storage pool more room",
        Place.AZURE_PORTAL,
        "",
        Optional.empty(),
        status,
        List.of(new Step.Asker(1, "")),
        List.of(),
        List.of(new Reason("A full pool takes no data.", "", List.of())),
        List.of("Add a disk."),
        Optional.empty(),
        new Verification("There is free space.", Optional.empty(), Optional.empty()),
        new Undo(true, "Remove the disk.", List.of()),
        Optional.empty(),
        20,
        Likelihood.RARE,
        Risk.REVERSIBLE,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  static Step destructive(String number) {
    return new Step(
        number,
        "replica/begin-anew@MABS01",
        Step.Kind.REMEDY,
        "replica/begin-anew",
        "Delete the replica and protect the volume anew",
        Place.CONSOLE,
        "MABS01",
        Optional.empty(),
        Status.TRY,
        List.of(new Step.Asker(1, "rivals 2 of 2")),
        List.of(),
        List.of(new Reason("A new replica is consistent.", "", List.of())),
        List.of("Stop protection and delete the replica on disk."),
        Optional.empty(),
        new Verification("The first recovery point succeeds.", Optional.empty(), Optional.empty()),
        new Undo(false, "What is deleted is gone.", List.of()),
        Optional.of("every recovery point on disk"),
        240,
        Likelihood.POSSIBLE,
        Risk.DESTRUCTIVE,
        List.of("REPLICA-INC-09"),
        Optional.of("2"),
        Optional.empty(),
        List.of(),
        List.of("Destructive, so it comes last."));
  }

  static Step titled(Step step, String title, String server) {
    return with(step, title, Place.SERVER, server, step.reasons());
  }

  private static Step with(
      Step step, String title, Place place, String server, List<Reason> reasons) {
    return new Step(
        step.number(),
        step.id(),
        step.kind(),
        step.remedy(),
        title,
        place,
        server,
        step.dataSource(),
        step.status(),
        step.problems(),
        step.items(),
        reasons,
        step.instructions(),
        step.commands(),
        step.verification(),
        step.undo(),
        step.loses(),
        step.effortMinutes(),
        step.likelihood(),
        step.risk(),
        step.entries(),
        step.then(),
        step.together(),
        step.looks(),
        step.ledger());
  }

  /** Returns plans of all shapes, by what they are. */
  static List<Plan> ofAllShapes() {
    List<Plan> plans = new ArrayList<>();
    for (Language language : Language.all()) {
      plans.add(empty(language));
      plans.add(full(language));
      plans.add(unexplained(language, "Something else"));
      plans.add(of(language, bare("1", Status.REQUIRED)));
      plans.add(of(language, bare("1a", Status.TRY), bare("1b", Status.CHECK)));
      plans.add(of(language, lookFirst("1"), destructive("2")));
    }
    return plans;
  }
}
