package dev.mabsplan.engine.bench.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that measures one engine of Java: its name, how many servers, how many rounds, a file
 * for decisions.
 */
public final class InJvm {

  private InJvm() {}

  /** Writes what is decided to the file, and a line for each round. */
  public static void main(String[] args) throws IOException {
    Matcher matcher =
        switch (args[0]) {
          case "drools" -> new DroolsMatcher();
          case "evrete" -> new EvreteMatcher();
          case "hand" -> new ByHand();
          default -> throw new IllegalArgumentException(args[0]);
        };
    List<List<Object>> documents =
        Subject.some(Integer.parseInt(args[1])).stream().map(Subject::facts).toList();
    List<String> decided = new ArrayList<>();
    documents.forEach(
        facts -> matcher.match(facts, (rule, server) -> decided.add(rule + " " + server)));
    Files.write(Path.of(args[3]), decided);
    long[] count = new long[1];
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      long from = System.nanoTime();
      documents.forEach(facts -> matcher.match(facts, (rule, server) -> count[0]++));
      System.out.println("round " + (System.nanoTime() - from) / 1e9);
    }
    // Evrete's threads are none that end by themselves
    System.exit(0);
  }
}
