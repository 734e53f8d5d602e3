package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.JsonRows;
import dev.mabsplan.facts.format.NativeFormat;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.format.TextFile;
import dev.mabsplan.facts.gathered.Address;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An answer of which it is known what was asked: its format is known, and so is its silence. */
final class ProbedAnswer {

  private final Probe probe;
  private final NativeFormat format;
  private final ConsoleSession.Answer answer;

  ProbedAnswer(Probe probe, NativeFormat format, ConsoleSession.Answer answer) {
    this.probe = probe;
    this.format = format;
    this.answer = answer;
  }

  void read(Notes notes) {
    if (answer.isEmpty()) {
      readNothing(notes);
    } else if (format.fits(answer.output())) {
      format.read(format.readsPrompts() ? answer.shown() : answer.output(), notes);
      noteMissing(notes);
    } else {
      readBesideErrors(notes);
    }
  }

  /** Without a prompt below, an empty answer may be one that was cut off. */
  private void readNothing(Notes notes) {
    if (answer.whole()) {
      note(probe.empty(), Set.of(), notes);
      note(probe.missing(), Set.of(), notes);
    }
    if (notes.facts().isEmpty() && notes.collected().isEmpty()) {
      notes.unused(source(), probe.id() + " printed nothing");
    }
  }

  /** What is not among what was printed; behind damage there may be what seems to be missing. */
  private void noteMissing(Notes notes) {
    TextFile output = answer.output();
    boolean all = JsonRows.mayBe(output) ? output.rows().damage().isEmpty() : answer.whole();
    if (all) {
      Set<Address> named =
          notes.facts().stream()
              .map(fact -> Address.of(fact.of().apply("")))
              .collect(Collectors.toSet());
      note(probe.missing(), named, notes);
    }
  }

  private void note(Probe.Meaning meaning, Set<Address> named, Notes notes) {
    probe
        .filled(answer.typed())
        .ifPresent(names -> meaning.facts().forEach(said -> note(said, names, named, notes)));
    meaning.collected().forEach(notes::collected);
  }

  private void note(Probe.Said said, UnaryOperator<String> names, Set<Address> named, Notes notes) {
    if (!named.contains(Address.of(said.on("", names)))) {
      notes.fact(source(), server -> said.on(server, names));
    }
  }

  /** What was found comes below the errors about what was not; there may be errors alone. */
  private void readBesideErrors(Notes notes) {
    Optional<NativeFormat> errors = NativeFormats.ofErrors(answer.output());
    errors.ifPresent(one -> one.read(answer.output(), notes));
    Optional<TextFile> below = ConsoleReading.belowOtherLines(answer.output()).filter(format::fits);
    below.ifPresent(found -> format.read(found, notes));
    if (errors.isEmpty() && below.isEmpty()) {
      readAsTyped(notes);
    }
  }

  /** Some classic tools say less than was typed. */
  private void readAsTyped(Notes notes) {
    TextFile output = answer.output();
    if (!Unrecognized.isRefusal(output.text()) && format.fits(answer.shown())) {
      format.read(answer.shown(), notes);
      return;
    }
    String why = Unrecognized.why(output).orElse("is not what " + format.name() + " prints");
    notes.unread(source(), "the answer to " + probe.id() + " " + why);
  }

  private Source source() {
    return answer.shown().line(1);
  }
}
