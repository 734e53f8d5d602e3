package dev.mabsplan.facts.privacy;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Finds secrets that have a form of their own, whatever stands before them. */
final class SecretForms {

  private static final int LONGEST_WORD = 200;
  private static final Clues<SecretForm> CLUES = clues();

  private final SecretSearch in;
  private final IdentityHashMap<SecretForm, Matcher> matchers = new IdentityHashMap<>();
  private final IdentityHashMap<SecretForm, Integer> until = new IdentityHashMap<>();

  private SecretForms(SecretSearch in) {
    this.in = in;
  }

  private static Clues<SecretForm> clues() {
    Map<SecretForm, List<String>> clues = new LinkedHashMap<>();
    SecretForm.all().forEach(form -> clues.put(form, form.clues()));
    return new Clues<>(clues);
  }

  static void findIn(SecretSearch in) {
    CLUES.findIn(in.text(), new SecretForms(in)::at);
  }

  private void at(SecretForm form, int clue) {
    int start = form.back() == SecretForm.WORD ? beginOfWord(clue) : clue - form.back();
    if (start < until.getOrDefault(form, 0)) {
      return;
    }
    Matcher matcher = matchers.computeIfAbsent(form, key -> in.matcher(key.form()));
    if (matcher.region(start, in.length()).lookingAt()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        in.secret(matcher.start(group), matcher.end(group), form.what());
      }
      until.put(form, matcher.end());
    }
  }

  private int beginOfWord(int at) {
    int start = at;
    while (start > Math.max(0, at - LONGEST_WORD)
        && !Character.isWhitespace(in.at(start - 1))
        && "\"'<(".indexOf(in.at(start - 1)) < 0) {
      start--;
    }
    return start;
  }
}
