package dev.mabsplan.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each class costs a start some time: a plan loads none that only other commands need. */
@Tag("slow")
class WhatAPlanLoadsTest {

  private static final Path JAR = Path.of("..", "rules", "target", "mabsplan.jar");

  /** Reads YAML, compiles rules, lints, runs scenarios, writes schemas and pages, reads CSV. */
  private static final List<String> OF_OTHERS =
      List.of(
          "org.yaml.",
          "com.fasterxml.jackson.dataformat.",
          "org.antlr.",
          "org.drools.drl.",
          "org.eclipse.jdt.",
          "org.apache.commons.csv.",
          "gg.jte.",
          "dev.mabsplan.engine.lint.",
          "dev.mabsplan.engine.pack.PackReader",
          "dev.mabsplan.engine.scenario.Scenario",
          "dev.mabsplan.engine.report.ReportSchema");

  @TempDir private Path folder;

  @Test
  void noneThatOnlyOtherCommandsNeed() throws IOException, InterruptedException {
    Path log = folder.resolve("loaded.txt");
    Command ran =
        Command.java(
            Path.of("").toAbsolutePath(),
            List.of(
                "-Xlog:class+load:file=" + log,
                "-jar",
                JAR.toString(),
                "plan",
                Path.of("facts", "vss-disabled.json").toString()));
    assertEquals(0, ran.code(), ran.err());
    TreeSet<String> needless = new TreeSet<>();
    List<String> lines = Files.readAllLines(log);
    for (String line : lines) {
      String loaded = line.replaceFirst("^(\\[[^]]*])* *", "").replaceFirst(" .*", "");
      OF_OTHERS.stream().filter(loaded::startsWith).forEach(one -> needless.add(loaded));
    }

    assertTrue(lines.size() > 1_000, () -> lines.size() + " classes");
    assertEquals(new TreeSet<>(), needless);
  }
}
