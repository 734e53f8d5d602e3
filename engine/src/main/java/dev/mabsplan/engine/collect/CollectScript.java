package dev.mabsplan.engine.collect;

import dev.mabsplan.engine.pack.Shell;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.tree.TextBeside;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a PowerShell script that runs commands of questions and packs what they print into a ZIP
 * archive. Every command stands in it as it stands in the plan, so that whoever must allow the
 * script can read what it runs.
 */
public final class CollectScript {

  private static final String TEMPLATE = "collect.ps1";

  /** A name that nobody has filled in. */
  private static final Pattern OPEN_NAME = Pattern.compile("[{<]([a-z][A-Za-z]*)[}>]");

  /** What the command prompt and PowerShell read in different ways. */
  private static final Pattern OF_CMD = Pattern.compile("[%^&;,()@$`{}#<>|]");

  /** Any other name can be a word of the command prompt or an alias: sc is Set-Content in 5.1. */
  private static final Pattern PROGRAM =
      Pattern.compile("[\\w.-]+\\.exe(?: .*)?", Pattern.CASE_INSENSITIVE);

  /** Marks that PowerShell takes for straight ones. */
  private static final Pattern CURLY_QUOTE = Pattern.compile("[\u2018-\u201B\u201C-\u201E]");

  /** What ends a text in single quotes in PowerShell, and stands for itself where it is doubled. */
  private static final Pattern SINGLE_QUOTE = Pattern.compile("['\u2018-\u201B]");

  private static final Pattern QUOTED = Pattern.compile("\"[^\"$`%]*\"|'[^']*'");

  /** What a computer can be called, and what can mean nothing to a shell. */
  private static final Pattern COMPUTER = Pattern.compile("[\\p{L}\\p{N}_-]{1,255}");

  /** Anything else that a server is called and that means nothing to a shell. */
  private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._-]{1,255}");

  /** What ends a line, and what shows it in another order than PowerShell reads it. */
  private static final Pattern LINE_BREAK =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u0085\\u2028\\u2029]+");

  private final List<Lookup> lookups;
  private int written;

  private CollectScript(List<Lookup> lookups) {
    this.lookups = lookups;
  }

  /**
   * Returns the script.
   *
   * @param lookups what to run, in this order at each site; what needs a name that is not filled
   *     in, is not one whole command, or is for a server whose name no computer can have, is left
   *     out and said so in the script
   */
  public static String of(List<Lookup> lookups) {
    return new CollectScript(lookups).script();
  }

  private String script() {
    Map<Site, List<Lookup>> bySite = new LinkedHashMap<>();
    lookups.forEach(
        lookup -> bySite.computeIfAbsent(lookup.site(), site -> new ArrayList<>()).add(lookup));
    String questions =
        bySite.entrySet().stream()
            .map(
                entry ->
                    canBeNamed(entry.getKey())
                        ? section(entry.getKey(), entry.getValue())
                        : leftOut(entry.getKey()))
            .collect(Collectors.joining("\n"));
    String sites =
        bySite.keySet().stream()
            .filter(CollectScript::canBeNamed)
            .map(CollectScript::name)
            .collect(Collectors.joining(", "));
    return TextBeside.read(CollectScript.class, TEMPLATE)
        .replace("#SITES#", sites)
        .replace("#QUESTIONS#", questions.stripTrailing());
  }

  /** Names come from facts, and no fact may become part of a program. */
  private static boolean canBeNamed(Site site) {
    return !(site instanceof Site.One one) || COMPUTER.matcher(one.computer()).matches();
  }

  /** What could steer a shell or a reader is not shown, not even in a comment. */
  private static String leftOut(Site site) {
    String server = name(site);
    return "# left out, since it is no name of a computer: the questions of "
        + (ADDRESS.matcher(server).matches() ? server : "a server")
        + "\n";
  }

  private String section(Site site, List<Lookup> here) {
    StringBuilder section = new StringBuilder();
    section.append("# ").append(name(site)).append('\n');
    section.append("if (").append(condition(site)).append(") {\n");
    for (Lookup lookup : here) {
      lookup.facts().forEach(fact -> section.append("    # ").append(inOneLine(fact)).append('\n'));
      section.append("    ").append(call(lookup)).append('\n');
    }
    return section.append("}\n").toString();
  }

  private static String inOneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }

  private static String name(Site site) {
    if (site instanceof Site.One one) {
      return one.computer();
    }
    return site.equals(new Site.Every(ServerRole.AGENT_SERVER))
        ? "the server with the agent"
        : isBackupServer(site) ? "the backup server" : "a protected server";
  }

  /** Where nobody can tell what a server is, it is asked everything. */
  private static String condition(Site site) {
    if (site instanceof Site.One one) {
      return "$names -contains " + quoted(one.computer());
    }
    boolean ofProtected = site.equals(new Site.Every(ServerRole.PROTECTED_SERVER));
    return "$role -ne " + quoted(ofProtected ? "backupServer" : "protectedServer");
  }

  private static boolean isBackupServer(Site site) {
    return site.equals(new Site.Every(ServerRole.BACKUP_SERVER));
  }

  private String call(Lookup lookup) {
    String command = lookup.command().strip();
    boolean byCmd = lookup.shell() == Shell.CMD && !readsTheSame(command);
    Optional<String> why = whyNot(command, byCmd);
    if (why.isPresent()) {
      return "# left out, since " + why.get() + ": " + inOneLine(command);
    }
    written++;
    String ask =
        String.format(
            Locale.ROOT,
            "Ask '%02d-%s' -Probe '%s'",
            written,
            name(lookup.probe()),
            lookup.probe());
    if (byCmd) {
      return ask + " -Typed " + quoted(command) + " { cmd.exe /d /s /c " + quoted(command) + " }";
    }
    return ask + (lookup.shell() == Shell.DPM_SHELL ? " -WithDpm" : "") + " { " + command + " }";
  }

  private static Optional<String> whyNot(String command, boolean quoted) {
    Matcher open = OPEN_NAME.matcher(command);
    if (open.find()) {
      return Optional.of("nothing says yet what stands for " + open.group());
    }
    boolean whole = quoted ? !LINE_BREAK.matcher(command).find() : isWhole(command);
    return whole ? Optional.empty() : Optional.of("it is not one whole command in one line");
  }

  /** What is not closed would swallow the rest of the script. */
  private static boolean isWhole(String command) {
    String bare = QUOTED.matcher(command).replaceAll("");
    return !LINE_BREAK.matcher(command).find()
        && !CURLY_QUOTE.matcher(command).find()
        && bare.indexOf('\'') < 0
        && bare.chars().filter(c -> c == '"').count() % 2 == 0
        && bare.indexOf('#') < 0
        && balanced(bare);
  }

  private static boolean balanced(String bare) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      switch (c) {
        case '{' -> open.push('}');
        case '(' -> open.push(')');
        case '}', ')' -> {
          if (open.isEmpty() || open.pop() != c) {
            return false;
          }
        }
        default -> {
          // anything else closes nothing
        }
      }
    }
    return open.isEmpty();
  }

  private static boolean readsTheSame(String command) {
    return isWhole(command)
        && PROGRAM.matcher(command).matches()
        && !OF_CMD.matcher(QUOTED.matcher(command).replaceAll("")).find();
  }

  /** By its name a person finds the answer among the files. */
  private static String name(String probe) {
    return probe.substring(probe.indexOf('/') + 1);
  }

  private static String quoted(String text) {
    return "'" + SINGLE_QUOTE.matcher(text).replaceAll("$0$0") + "'";
  }
}
