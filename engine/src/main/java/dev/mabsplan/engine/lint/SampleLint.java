package dev.mabsplan.engine.lint;

import dev.mabsplan.engine.pack.FactPlace;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.Meant;
import dev.mabsplan.engine.pack.Probe;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.pack.Sentence;
import dev.mabsplan.engine.pack.Topic;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.derived.Derived;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.input.Bundle;
import dev.mabsplan.facts.input.Imported;
import dev.mabsplan.facts.input.Probes;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.shape.RecordShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the samples of probes as if a server had answered. What its sample does not tell, a probe
 * does not tell; and what no sample tells, nobody is told who asks.
 */
final class SampleLint {

  private static final String PROMPT = "PS C:\\>";

  private final Probes all;
  private final List<Fault> faults;
  private final List<Fact> told = new ArrayList<>();

  private SampleLint(Probes all, List<Fault> faults) {
    this.all = all;
    this.faults = faults;
  }

  /**
   * Checks the samples of packs that are to work together.
   *
   * @param faults takes what is wrong with them
   * @return the facts that the answers tell, the empty ones included
   */
  static List<Fact> check(Collection<RulePack> packs, List<Fault> faults) {
    List<Topic> topics = packs.stream().flatMap(pack -> pack.topics().stream()).toList();
    SampleLint lint = new SampleLint(new Knowledge(packs).answers(), faults);
    for (Topic topic : topics) {
      lint.strays(topic);
      topic.probes().forEach(probe -> lint.sample(topic, probe));
    }
    return List.copyOf(lint.told);
  }

  private void strays(Topic topic) {
    for (String sample : topic.samples().keySet()) {
      if (topic.probes().stream().noneMatch(probe -> topic.isOf(sample, probe))) {
        fault(
            "a probe for every sample",
            "none named " + sample.replaceFirst("\\.[a-z]+$", ""),
            Source.of(topic.probeLines().file()),
            Meant.hint(
                topic.name() + "/" + sample.replaceFirst("\\.[a-z]+$", ""),
                topic.probes().stream().map(Probe::id).toList()));
      }
    }
  }

  private void sample(Topic topic, Probe probe) {
    Optional<String> sample = topic.sample(probe);
    if (sample.isEmpty()) {
      fault(
          "a sample of what " + probe.id() + " prints",
          "none",
          topic.probeLine(probe.id()),
          "put one into " + topic.name() + "/samples, in a file named like the probe");
      return;
    }
    answer(topic, probe, sample.get());
    answer(probe, "").map(Imported::facts).ifPresent(this::tell);
  }

  private void answer(Topic topic, Probe probe, String sample) {
    Optional<Imported> read = answer(probe, sample);
    Source source = topic.probeLine(probe.id());
    List<String> unread =
        read.map(SampleLint::unread).orElse(List.of("the answer makes no facts document"));
    if (probe.format() != null && !unread.isEmpty()) {
      fault(
          "a sample of " + probe.id() + " that is read as " + probe.format(),
          unread.get(0),
          source,
          "let the command print it as it is, or name another format");
      return;
    }
    Facts facts = read.map(imported -> Derived.from(imported.facts()).facts()).orElseThrow();
    tell(facts);
    for (String fact : probe.judged() ? List.<String>of() : probe.tells()) {
      if (!isTold(fact, facts)) {
        fault(
            "a sample of " + probe.id() + " that tells " + fact,
            facts.facts().isEmpty() ? "no fact in it" : "others",
            source,
            "take the fact out of tells, or let the command show it");
      }
    }
  }

  private void tell(Facts facts) {
    told.addAll(facts.facts());
  }

  /** In the form in which the script of {@code mabsplan collect} writes it. */
  private Optional<Imported> answer(Probe probe, String printed) {
    String command = new Sentence(probe.command()).fill(SampleLint::example);
    String text =
        "# mabsplan collect: MABS01, backupServer, 2026-01-15T03:12:00Z, "
            + probe.id()
            + "\n"
            + PROMPT
            + " "
            + command
            + "\n"
            + printed
            + "\n"
            + PROMPT
            + "\n";
    try {
      return Optional.of(
          Bundle.read(
              "sample",
              text.getBytes(StandardCharsets.UTF_8),
              Optional.empty(),
              Optional.empty(),
              Messages.NONE,
              all));
    } catch (InvalidFactsException e) {
      return Optional.empty();
    }
  }

  private static String example(Sentence.Placeholder place) {
    return place.name().toUpperCase(java.util.Locale.ROOT);
  }

  private static List<String> unread(Imported imported) {
    return imported.remarks().stream()
        .filter(remark -> remark.kind() == Remark.Kind.UNREAD)
        .map(Remark::text)
        .toList();
  }

  private static boolean isTold(String fact, Facts facts) {
    if (fact.equals(Probe.ERRORS)) {
      return !facts.errors().isEmpty();
    }
    FactPlace parsed = FactPlace.parse(fact);
    FactPlace place =
        parsed.named(parsed.keys().stream().map(key -> key.indexOf('{') < 0 ? key : "*").toList());
    return facts.facts().stream()
            .filter(one -> FactKind.of(one.getClass()) == place.kind() && place.names(one))
            .anyMatch(one -> place.component().map(name -> tells(one, name)).orElse(true))
        || (place.component().isEmpty()
            && facts.collected().stream().anyMatch(kind -> kind.kind() == place.kind()));
  }

  private static boolean tells(Fact fact, String component) {
    return RecordShape.of(FactKind.of(fact.getClass())).tells(component, (Record) fact);
  }

  private void fault(String expected, String found, Source source, @Nullable String hint) {
    faults.add(new Fault(expected, found, source, hint));
  }
}
