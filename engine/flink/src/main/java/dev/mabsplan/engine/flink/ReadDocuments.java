package dev.mabsplan.engine.flink;

import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.fleet.FleetStep;
import dev.mabsplan.engine.fleet.Given;
import dev.mabsplan.engine.fleet.Mark;
import dev.mabsplan.facts.document.FactsDocument;
import dev.mabsplan.facts.fault.Fault;
import dev.mabsplan.facts.fault.InvalidFactsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Finds out what a document is about; one that is not as it must be goes aside. */
final class ReadDocuments extends ProcessFunction<String, Document> {

  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(String line, Context context, Collector<Document> out) {
    if (line.isBlank()) {
      return;
    }
    String digest = FleetStep.digest(line.getBytes(StandardCharsets.UTF_8));
    try {
      Given given = Given.of(digest, FactsDocument.parse(line, Planners.of("").messages()));
      out.collect(new Document(given.key(), digest, line));
    } catch (InvalidFactsException e) {
      context.output(FleetJob.BROKEN, broken(1, digest, e.faults()));
    }
  }

  static String broken(long number, String digest, List<Fault> faults) {
    return FleetLine.broken(
        new Mark(number, Optional.empty(), digest, digest), faults.get(0).message(), faults);
  }
}
