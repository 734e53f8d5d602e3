package dev.mabsplan.engine.cli;

import dev.mabsplan.engine.cli.collect.CollectCommand;
import dev.mabsplan.engine.cli.collect.ImportCommand;
import dev.mabsplan.engine.cli.fleet.FleetCommand;
import dev.mabsplan.engine.cli.guide.GuideCommand;
import dev.mabsplan.engine.cli.outcome.LikelihoodsCommand;
import dev.mabsplan.engine.cli.outcome.OutcomesCommand;
import dev.mabsplan.engine.cli.plan.DiffCommand;
import dev.mabsplan.engine.cli.plan.ExplainCommand;
import dev.mabsplan.engine.cli.plan.PlanCommand;
import dev.mabsplan.engine.cli.plan.WhatIfCommand;
import dev.mabsplan.engine.cli.rules.LintCommand;
import dev.mabsplan.engine.cli.rules.NewTopicCommand;
import dev.mabsplan.engine.cli.rules.RulesCommand;
import dev.mabsplan.engine.cli.rules.SchemaCommand;
import dev.mabsplan.engine.cli.scenario.TestCommand;
import dev.mabsplan.engine.cli.serve.ServeCommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The commands of {@link Mabsplan} by name, in the order in which its help lists them. */
final class Commands {

  /** Those that speak of all the others. */
  private static final Set<String> OF_ALL = Set.of("help", "completion", "manual");

  static final Map<String, Function<Surroundings, Object>> ALL = all();

  private Commands() {}

  private static Map<String, Function<Surroundings, Object>> all() {
    Map<String, Function<Surroundings, Object>> all = new LinkedHashMap<>();
    all.put("help", HelpCommand::new);
    all.put("plan", PlanCommand::new);
    all.put("diff", DiffCommand::new);
    all.put("what-if", WhatIfCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("guide", GuideCommand::new);
    all.put("serve", ServeCommand::new);
    all.put("import", ImportCommand::new);
    all.put("collect", CollectCommand::new);
    all.put("test", TestCommand::new);
    all.put("lint", LintCommand::new);
    all.put("rules", RulesCommand::in);
    all.put("new-topic", NewTopicCommand::new);
    all.put("schema", SchemaCommand::new);
    all.put("outcomes", OutcomesCommand::new);
    all.put("likelihoods", LikelihoodsCommand::new);
    all.put("completion", CompletionCommand::new);
    all.put("manual", ManualCommand::new);
    all.put("fleet", FleetCommand::new);
    all.put("warmup", WarmupCommand::new);
    return Collections.unmodifiableMap(all);
  }

  /**
   * Returns the commands that arguments can speak of, by name. A start takes a tenth less time
   * where one command is put together and not all of them.
   */
  static Map<String, Object> wanted(Surroundings around, String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    Map<String, Object> wanted = new LinkedHashMap<>();
    Function<Surroundings, Object> one = ALL.get(first);
    if (one != null && !OF_ALL.contains(first)) {
      wanted.put(first, one.apply(around));
    } else {
      ALL.forEach((name, command) -> wanted.put(name, command.apply(around)));
    }
    return wanted;
  }
}
