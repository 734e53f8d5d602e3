package dev.mabsplan.engine.cli.scenario;

import dev.mabsplan.engine.scenario.Scenario;
import dev.mabsplan.facts.shape.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which scenarios are wanted: all, or some by name, rule or topic. */
final class ScenarioChoice {

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Only the scenario of that name; without #, all its cases.")
  private @Nullable String name;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only scenarios that name that rule, such as replica/vss-disabled.")
  private @Nullable String rule;

  @Option(names = "--topic", paramLabel = "NAME", description = "Only scenarios of that topic.")
  private @Nullable String topic;

  /** Returns whether a scenario is wanted. */
  boolean wants(Scenario scenario) {
    return (name == null || scenario.name().equals(name) || scenario.name().startsWith(name + "#"))
        && (rule == null || named(scenario).contains(rule))
        && (topic == null || scenario.topic().equals(topic));
  }

  /** Returns whether a rule or remedy is wanted. */
  boolean wants(String id) {
    return (rule == null || id.equals(rule)) && (topic == null || id.startsWith(topic + "/"));
  }

  /** Returns whether all are wanted. */
  boolean isAll() {
    return name == null && rule == null && topic == null;
  }

  private static Set<String> named(Scenario scenario) {
    Set<String> named = new TreeSet<>(scenario.firing());
    named.addAll(scenario.silent());
    return named;
  }

  /** Returns what to say where none of those there are is wanted. */
  String nothing(List<Scenario> all) {
    if (all.isEmpty()) {
      return "there are no scenarios to run; a scenario is a YAML file in a folder called"
          + " scenarios";
    }
    List<String> wanted = new ArrayList<>();
    List<String> hints = new ArrayList<>();
    if (name != null) {
      wanted.add("--run " + name);
      Nearest.to(name, all.stream().map(Scenario::name).toList()).ifPresent(hints::add);
    }
    if (rule != null) {
      wanted.add("--rule " + rule);
      Nearest.to(rule, all.stream().flatMap(each -> named(each).stream()).distinct().toList())
          .ifPresent(hints::add);
    }
    if (topic != null) {
      wanted.add("--topic " + topic);
      Nearest.to(topic, all.stream().map(Scenario::topic).distinct().toList())
          .ifPresent(hints::add);
    }
    return "none of the "
        + all.size()
        + " scenarios fits "
        + String.join(" ", wanted)
        + (hints.isEmpty() ? "" : "; did you mean " + String.join(", ", hints) + "?");
  }
}
