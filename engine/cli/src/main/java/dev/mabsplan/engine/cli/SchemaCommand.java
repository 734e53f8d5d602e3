package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.PackSchema;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.report.ReportSchema;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.site.SiteReader;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a JSON Schema. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema (2020-12) of a document, or of a file of a rule pack.",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    footerHeading = "%nExamples:%n",
    footer = {"  mabsplan schema facts", "  mabsplan schema plan > plan.schema.json"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was printed",
      "1:a fault of mabsplan itself",
      "2:arguments are not as they must be"
    })
final class SchemaCommand implements Callable<Integer> {

  /** What there are schemas of. */
  enum Document {
    FACTS,
    PLAN,
    SCENARIO,
    TOPIC,
    PACK,
    WORDS,
    PROBES,
    SITE,
    FLEET,
    DIFF,
    EXPLAIN,
    WHY_NOT,
    QUESTIONS;

    String schema() {
      return switch (this) {
        case FACTS -> FactsDocument.schema();
        case PLAN -> PlanJson.schema();
        case SCENARIO -> ScenarioReader.schema();
        case TOPIC -> PackSchema.TOPIC.text();
        case PACK -> PackSchema.PACK.text();
        case WORDS -> PackSchema.WORDS.text();
        case PROBES -> PackSchema.PROBES.text();
        case SITE -> SiteReader.schema();
        case FLEET -> FleetLine.schema();
        case DIFF -> ReportSchema.DIFF.text();
        case EXPLAIN -> ReportSchema.EXPLAIN.text();
        case WHY_NOT -> ReportSchema.WHY_NOT.text();
        case QUESTIONS -> ReportSchema.QUESTIONS.text();
      };
    }

    @Override
    public String toString() {
      return Kebab.word(this);
    }
  }

  @Parameters(paramLabel = "DOCUMENT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Document document = Document.FACTS;

  private final Surroundings around;

  SchemaCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    around.out().print(document.schema());
    return ExitCode.OK;
  }
}
