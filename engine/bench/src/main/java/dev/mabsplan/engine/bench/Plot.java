package dev.mabsplan.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws bars along a logarithmic scale, as a small picture that light and dark pages can show. */
final class Plot {

  private static final int WIDTH = 760;
  private static final int LEFT = 250;
  private static final int BAR = 380;
  private static final int LINE = 22;

  private final StringBuilder out = new StringBuilder();
  private int y = 8;

  private Plot() {}

  private record Bar(String name, double value) {}

  /** Returns the picture as SVG. */
  static String of(Tables tables) {
    Plot plot = new Plot();
    plot.bars(
        "Plans a second, from JSON to JSON",
        List.of(
            new Bar("goal, one thread", 10_000),
            new Bar("whole, one thread", tables.whole().median()),
            new Bar("whole, two threads", tables.plan("wholeOnTwoThreads").median()),
            new Bar("in short, one thread", tables.plan("inShort").median()),
            new Bar("no rules, our JSON", tables.plan("noRules").median()),
            new Bar("no rules, Jackson", tables.plan("jackson").median())),
        "%,.0f");
    List<Bar> engines = new ArrayList<>();
    for (JsonNode engine : tables.ofEngines()) {
      engines.add(new Bar(engine.path("engine").asText(), Tables.matched(engine).median()));
    }
    plot.bars("Matching: millions of rules × facts a second", engines, "%,.2f");
    return plot.whole();
  }

  private void bars(String title, List<Bar> all, String form) {
    List<Bar> bars = all.stream().filter(bar -> bar.value() > 0).toList();
    if (bars.isEmpty()) {
      return;
    }
    double most = bars.stream().mapToDouble(Bar::value).max().orElseThrow();
    double least = bars.stream().mapToDouble(Bar::value).min().orElseThrow();
    double from = Math.floor(Math.log10(least) - 0.3);
    double span = Math.log10(most) - from;
    y += LINE;
    text("title", 8, title + " (logarithmic)");
    for (Bar bar : bars) {
      y += LINE;
      text("name", 8, bar.name());
      int length = (int) Math.round((Math.log10(bar.value()) - from) / span * BAR);
      String kind = bar.name().startsWith("goal") ? "goal" : "bar";
      out.append(
          "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"12\"/>\n"
              .formatted(kind, LEFT, y - 11, length));
      text("name", LEFT + length + 6, String.format(Locale.ROOT, form, bar.value()));
    }
    y += LINE / 2;
  }

  private void text(String kind, int x, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, safe));
  }

  private String whole() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="Bars of what was measured; the tables below hold the figures">
        <style>
        text { font: 13px sans-serif; fill: #1f2328 }
        .title { font-weight: bold }
        .bar { fill: #2a78c5 }
        .goal { fill: none; stroke: #8a6d1d; stroke-dasharray: 4 3 }
        @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #58a6ff } .goal { stroke: #d9b84a } }
        </style>
        %3$s</svg>
        """
        .formatted(WIDTH, y + LINE / 2, out);
  }
}
