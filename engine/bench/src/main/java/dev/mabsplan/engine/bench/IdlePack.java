package dev.mabsplan.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A rule pack of one problem, whose rules each wait for a service of their own. */
final class IdlePack {

  private static final String TOPIC =
      """
      entries:
        IDLE-1: https://wiki.contoso.example/idle

      problems:
        stopped:
          entries: [IDLE-1]
          operations: [disk-backup]
          severity: low
          treatment: start
          retry: none

      remedies:
        start:
          entries: [IDLE-1]
          likelihood: likely
          effort: short
          risk: reversible
          place: server
          on: protectedServer
          per: server
          decidedBy: always
          undo: words
      """;

  private static final String WORDS =
      """
      entries:
        IDLE-1: Services

      problems:
        stopped: a service is stopped

      remedies:
        start:
          title: Start the services of {server}
          why: They do not run.
          do:
            - Start them.
          verify: They run.
          undo: Stop them.

      rules:
      """;

  private static final String RULES =
      """
      package contoso.idle

      import dev.mabsplan.facts.*
      import dev.mabsplan.engine.finding.*
      import function dev.mabsplan.engine.session.Derive.*

      """;

  private IdlePack() {}

  /** Writes the pack into a folder and returns that. */
  static Path write(Path folder, int rules) throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"), "id: contoso\nversion: 1.0.0\nlanguages: [en]\n");
    Files.writeString(folder.resolve("words.en.yaml"), "# none\n");
    Path topic = Files.createDirectory(folder.resolve("idle"));
    StringBuilder drl = new StringBuilder(RULES);
    StringBuilder words = new StringBuilder(WORDS);
    for (int i = 0; i < rules; i++) {
      drl.append(
          """
          // What Contoso needs of service %1$d.
          rule "idle-%1$d"
          when
            Service( name == "ContosoIdle%1$d", state == ServiceState.STOPPED, $server : server )
          then
            problem( drools, "idle/stopped", $server );
          end

          """
              .formatted(i));
      words.append("  idle-%1$d: Service %1$d of {server} is stopped\n".formatted(i));
    }
    Files.writeString(topic.resolve("rules.drl"), drl);
    Files.writeString(topic.resolve("topic.yaml"), TOPIC);
    Files.writeString(topic.resolve("words.en.yaml"), words);
    return folder;
  }
}
