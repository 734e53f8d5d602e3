package dev.mabsplan.facts.privacy;

import dev.mabsplan.facts.tree.TextBeside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A form that a secret has, whatever stands before it, as {@code secret-forms.txt} holds it.
 *
 * @param what what kind of secret it is, in words
 * @param clues what it is found by
 * @param back how many characters before its clue the form begins; {@link #WORD} where it begins
 *     with the word that the clue stands in
 * @param form the form, whose groups are secret
 * @param takes lines with marks around what is secret
 * @param leaves lines without a secret
 */
record SecretForm(
    String what,
    List<String> clues,
    int back,
    Pattern form,
    List<String> takes,
    List<String> leaves) {

  static final int WORD = -1;

  private static final String FILE = "secret-forms.txt";

  SecretForm {
    clues = List.copyOf(clues);
    takes = List.copyOf(takes);
    leaves = List.copyOf(leaves);
  }

  /** Returns the forms that are written down. */
  static List<SecretForm> all() {
    List<SecretForm> forms = new ArrayList<>();
    String what = "";
    Map<String, List<String>> block = new LinkedHashMap<>();
    for (String line : lines()) {
      if (line.startsWith(" ")) {
        String[] said = line.strip().split("\\s+", 2);
        block
            .computeIfAbsent(said[0], key -> new ArrayList<>())
            .add(said.length > 1 ? said[1] : "");
      } else if (line.isBlank() && !block.isEmpty()) {
        forms.add(of(what, block));
        block = new LinkedHashMap<>();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        what = line;
      }
    }
    return List.copyOf(forms);
  }

  private static List<String> lines() {
    return Arrays.asList((TextBeside.read(SecretForm.class, FILE) + "\n\n").split("\\R", -1));
  }

  private static SecretForm of(String what, Map<String, List<String>> block) {
    String back = block.getOrDefault("back", List.of("0")).get(0);
    return new SecretForm(
        what,
        List.of(one(what, block, "by").split(" ")),
        back.equals("word") ? WORD : Integer.parseInt(back),
        Pattern.compile(one(what, block, "form")),
        block.getOrDefault("takes", List.of()),
        block.getOrDefault("leaves", List.of()));
  }

  private static String one(String what, Map<String, List<String>> block, String name) {
    List<String> said = block.getOrDefault(name, List.of());
    if (said.size() != 1) {
      throw new IllegalStateException(FILE + ": expected one \"" + name + "\" of " + what);
    }
    return said.get(0);
  }
}
