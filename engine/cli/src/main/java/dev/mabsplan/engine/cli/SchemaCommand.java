package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a JSON Schema. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema (2020-12) of a document.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class)
final class SchemaCommand implements Callable<Integer> {

  /** What there are schemas of. */
  enum Document {
    FACTS,
    PLAN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "DOCUMENT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Document document = Document.FACTS;

  private Mabsplan.Streams streams = new Mabsplan.Streams(System.in, System.out, System.err);

  void attach(Mabsplan.Streams attached) {
    this.streams = attached;
  }

  @Override
  public Integer call() {
    streams.out().print(document == Document.FACTS ? FactsDocument.schema() : PlanJson.schema());
    return ExitCode.OK;
  }
}
