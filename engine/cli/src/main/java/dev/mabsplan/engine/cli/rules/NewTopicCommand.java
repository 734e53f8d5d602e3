package dev.mabsplan.engine.cli.rules;

import dev.mabsplan.engine.cli.option.LanguageOption;
import dev.mabsplan.engine.cli.option.PackOptions;
import dev.mabsplan.engine.cli.terminal.ExitCode;
import dev.mabsplan.engine.cli.terminal.FileTrouble;
import dev.mabsplan.engine.cli.terminal.InputException;
import dev.mabsplan.engine.cli.terminal.Subcommand;
import dev.mabsplan.engine.cli.terminal.Surroundings;
import dev.mabsplan.engine.pack.Language;
import dev.mabsplan.engine.pack.PackFiles;
import dev.mabsplan.engine.pack.PackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files of a new topic. */
@Command(
    name = "new-topic",
    description =
        "Writes the files of a new topic: rules, data, words, and a scenario that fails until they"
            + " are filled in; where DIR holds no pack.yaml, that too.",
    exitCodeList = {
      "0:the files were written",
      "1:a fault of mabsplan itself",
      "2:an argument is not as it must be, or a file is there already; nothing was written"
    },
    footer = {"  mabsplan new-topic tape --in my-pack", "  mabsplan new-topic ups --in site"})
public final class NewTopicCommand extends Subcommand implements Callable<Integer> {

  private static final String WORD = "[a-z][a-z0-9]*";

  /** Pack and topic are the package of the rules, and Drools takes these for values there. */
  private static final Set<String> NO_PACKAGE = Set.of("true", "false", "null");

  @Parameters(
      paramLabel = "NAME",
      description = "The topic: its folder, and the first part of the ids of all that is in it.")
  private String name = "";

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "The folder of the rule pack (default: the one you are in).")
  private Path folder = Path.of("");

  @Option(
      names = "--pack",
      paramLabel = "ID",
      description = "The id of a new rule pack (default: the name of its folder, else local).")
  private @Nullable String id;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      split = ",",
      description =
          "The languages of a new rule pack, with commas between: ${COMPLETION-CANDIDATES}"
              + " (default: en).",
      completionCandidates = LanguageOption.Tags.class)
  private List<String> tags = new ArrayList<>();

  public NewTopicCommand(Surroundings around) {
    super(around);
  }

  @Override
  public Integer call() {
    if (!name.matches(WORD) || NO_PACKAGE.contains(name)) {
      throw new InputException(
          "NAME takes small letters and digits, a letter first, such as tapes; found \""
              + name
              + "\"");
    }
    Map<Path, String> files = new LinkedHashMap<>();
    files().forEach((path, text) -> files.put(folder.resolve(path).normalize(), text));
    for (Path file : files.keySet()) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new InputException(file + " is there already; nothing was written");
      }
    }
    files.forEach(this::write);
    around
        .out()
        .println("next: write what they ask for, then mabsplan test " + PackOptions.typed(folder));
    return ExitCode.OK;
  }

  /** The files by their path in the pack. */
  private Map<Path, String> files() {
    if (!Files.isRegularFile(folder.resolve("pack.yaml"))) {
      return newPack();
    }
    PackFiles pack = PackFiles.directory(folder);
    String own = pack.id().orElseThrow(() -> new InputException(lacks("an id")));
    if (id != null && !id.equals(own)) {
      throw new InputException(
          "--pack is the id of a new rule pack; the one in " + shown() + " has the id " + own);
    }
    if (!tags.isEmpty()) {
      throw new InputException(
          "--lang is for a new rule pack; the pack.yaml in " + shown() + " has languages already");
    }
    requireNewTopic(PackFiles.classPath(NewTopicCommand.class.getClassLoader(), List.of(pack)));
    requireNewTopic(List.of(pack));
    // Whatever else is wrong with the pack is no reason not to begin another topic.
    Collection<Language> languages = PackReader.read(pack, new ArrayList<>()).words().keySet();
    if (languages.isEmpty()) {
      throw new InputException(
          lacks("languages: [en] or [" + String.join(", ", Language.tags()) + "]"));
    }
    Map<Path, String> files = new LinkedHashMap<>();
    TopicTemplate.schemas()
        .forEach(
            (path, text) -> {
              if (!Files.exists(folder.resolve(path))) {
                files.put(path, text);
              }
            });
    files.putAll(new TopicTemplate(name, own, languages).topic());
    return files;
  }

  private Map<Path, String> newPack() {
    List<PackFiles> shipped = PackFiles.classPath(NewTopicCommand.class.getClassLoader());
    requireNewTopic(shipped);
    String own = id == null ? ofFolder() : id;
    if (!own.matches(WORD + "(\\." + WORD + ")*")
        || List.of(own.split("\\.", -1)).stream().anyMatch(NO_PACKAGE::contains)) {
      throw new InputException(
          "--pack takes an id of small letters and digits, such as contoso.tape; found \""
              + own
              + "\"");
    }
    if (shipped.stream().anyMatch(pack -> pack.id().filter(own::equals).isPresent())) {
      throw new InputException(
          "a rule pack that comes with mabsplan has the id " + own + "; give another with --pack");
    }
    TopicTemplate template = new TopicTemplate(name, own, languages());
    Map<Path, String> files = new LinkedHashMap<>(template.head());
    files.putAll(TopicTemplate.schemas());
    files.putAll(template.topic());
    return files;
  }

  private void requireNewTopic(List<PackFiles> packs) {
    for (PackFiles pack : packs) {
      if (pack.topics().contains(name)) {
        throw new InputException(
            "rule pack "
                + pack.id().orElse(pack.origin())
                + " has a topic \""
                + name
                + "\" already; a topic has a name of its own");
      }
    }
  }

  private String ofFolder() {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String word =
        last == null ? "" : last.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return word.matches(WORD) && !NO_PACKAGE.contains(word) ? word : "local";
  }

  private Set<Language> languages() {
    Set<Language> languages = new TreeSet<>();
    for (String tag : tags.isEmpty() ? List.of(Language.ENGLISH.tag()) : tags) {
      Optional<Language> language = Language.tagged(tag);
      languages.add(
          language.orElseThrow(
              () ->
                  new InputException(
                      "--lang takes "
                          + String.join(", ", Language.tags())
                          + " or "
                          + String.join(",", Language.tags())
                          + "; found \""
                          + tag
                          + "\"")));
    }
    return languages;
  }

  private String lacks(String what) {
    return "the pack.yaml in " + shown() + " lacks " + what + "; write that first";
  }

  private String shown() {
    return folder.toString().isEmpty() ? "this folder" : folder.toString();
  }

  private void write(Path file, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new InputException("can't write " + file + ": " + FileTrouble.why(e));
    }
    around.out().println("wrote " + file);
  }
}
