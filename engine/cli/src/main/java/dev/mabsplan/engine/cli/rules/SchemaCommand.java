package dev.mabsplan.engine.cli.rules;

import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.fleet.FleetLine;
import dev.mabsplan.engine.pack.Kebab;
import dev.mabsplan.engine.pack.PackSchema;
import dev.mabsplan.engine.render.PlanJson;
import dev.mabsplan.engine.report.KeysText;
import dev.mabsplan.engine.report.ReportSchema;
import dev.mabsplan.engine.scenario.ScenarioReader;
import dev.mabsplan.engine.site.SiteReader;
import dev.mabsplan.facts.document.FactsDocument;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a JSON Schema, or what it says of a key. */
@Command(
    name = "schema",
    description =
        "Prints the JSON Schema (2020-12) of a document, or of a file of a rule pack; with KEY or"
            + " --keys, what keys of it mean and what they can be.",
    footer = {
      "  mabsplan schema facts",
      "  mabsplan schema plan > plan.schema.json",
      "  mabsplan schema topic decidedBy",
      "  mabsplan schema scenario --keys"
    },
    exitCodeList = {
      "0:it was printed",
      "1:a fault of mabsplan itself",
      "2:arguments are not as they must be"
    })
public final class SchemaCommand extends Subcommand implements Callable<Integer> {

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

  @Parameters(
      index = "0",
      paramLabel = "DOCUMENT",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Document document = Document.FACTS;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KEY",
      description =
          "A key, such as undo, or its path, such as remedies.NAME.undo: says what it means"
              + " wherever it may stand.")
  private @Nullable String key;

  @Option(names = "--keys", description = "Says of every key what it means.")
  private boolean keys;

  public SchemaCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    around.out().print(wanted());
    return ExitCode.OK;
  }

  private String wanted() {
    String one = key;
    if (one == null) {
      return keys
          ? KeysText.all(document.schema(), around.columns(), around.bold())
          : document.schema();
    }
    if (keys) {
      throw new InputException("schema takes a KEY or --keys, not both");
    }
    return KeysText.of(document.schema(), one, around.columns(), around.bold())
        .orElseThrow(
            () ->
                new InputException(
                    "no key of "
                        + document
                        + " is called \""
                        + one
                        + "\"; "
                        + KeysText.advice(document.schema(), one)));
  }
}
