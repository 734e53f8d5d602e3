package dev.mabsplan.facts.input;

import dev.mabsplan.facts.format.AnyCase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which other computers a command asks: what they answer is theirs, and not that of the computer
 * whose prompt it was typed at.
 */
final class AskedComputers {

  /** Parameters that name a computer; PowerShell takes their beginnings too. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "com?|comp(?!ress)\\w*|cn|cims\\w*|dpms\\w*|sess?|session?|sessi|vmn\\w*|hostn\\w*",
          Pattern.CASE_INSENSITIVE);

  /** With these, the computer is what is looked at from here. */
  private static final Pattern LOOKS_FROM_HERE =
      Pattern.compile("(?:Test|Resolve|Enter|New|Connect)-.*", Pattern.CASE_INSENSITIVE);

  private static final Set<String> HERE =
      AnyCase.of("", "localhost", ".", "127.0.0.1", "$env:COMPUTERNAME");

  private AskedComputers() {}

  /**
   * Returns the computers as they were typed: names, variables or expressions; none where it asks
   * the one it was typed on.
   */
  static List<String> of(TypedCommand command) {
    return Stream.concat(byParameter(command), byPlace(command))
        .map(computer -> computer.replaceFirst("[);]+$", ""))
        .filter(computer -> !HERE.contains(computer))
        .toList();
  }

  /** Returns whether something typed is the name of a computer, and no variable or expression. */
  static boolean isName(String typed) {
    return typed.matches("[\\p{L}\\p{N}._-]{1,255}");
  }

  private static Stream<String> byParameter(TypedCommand command) {
    if (LOOKS_FROM_HERE.matcher(command.name()).matches()) {
      return Stream.of();
    }
    return command.arguments().entrySet().stream()
        .filter(argument -> PARAMETER.matcher(argument.getKey()).matches())
        .flatMap(argument -> argument.getValue().stream());
  }

  private static Stream<String> byPlace(TypedCommand command) {
    List<String> plain = command.arguments().getOrDefault("", List.of());
    Stream<String> first = plain.stream().limit(1);
    return switch (command.name().toLowerCase(Locale.ROOT)) {
      case "invoke-command", "icm" ->
          byParameter(command).findAny().isPresent()
              ? Stream.of()
              : first.filter(word -> !word.startsWith("{"));
      case "psexec", "psexec64", "psservice" ->
          first.filter(word -> word.startsWith("\\\\")).map(word -> word.substring(2));
      case "winrs" ->
          Stream.of("r", "remote")
              .flatMap(name -> command.arguments().getOrDefault(name, List.of()).stream());
      case "wmic" ->
          plain.stream()
              .filter(word -> word.matches("(?i)/node:.+"))
              .map(word -> word.substring(word.indexOf(':') + 1).replaceAll("[\"']", ""));
      case "reg" ->
          plain.stream()
              .filter(word -> word.matches("\\\\\\\\[^\\\\]+\\\\HK.*"))
              .map(word -> word.substring(2, word.indexOf('\\', 2)));
      default -> Stream.of();
    };
  }
}
