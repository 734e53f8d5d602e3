package dev.mabsplan.facts.privacy;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets that go over several lines. */
final class SecretBlocks {

  private static final int LONGEST_KEY = 65_536;
  private static final String END = "-----END ";

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----");
  private static final Pattern PRIVATE_LINES =
      Pattern.compile("Private-Lines: \\d{1,4}(?=\\r?\\n)");
  private static final Pattern LINE_OF_KEY =
      Pattern.compile("[A-Za-z0-9+/=]{1,200}|[\\w-]{1,40}: .*");
  private static final Pattern VAULT_CREDENTIALS =
      Pattern.compile(
          "<(?:\\w{1,20}:)?(\\w{0,40}?Vault\\w{0,20}?Cred(?:ential)?s)\\b[^<>]{0,2000}+>",
          SecretNames.FLAGS);

  private final SecretSearch in;
  private final String text;
  private final Matcher privateKey;
  private final Matcher privateLines;
  private final Matcher vaultCredentials;
  private int keyUntil;
  private int endOfKey = -2;
  private final Set<String> unclosed = new HashSet<>();
  private int credentialsUntil;

  SecretBlocks(SecretSearch in) {
    this.in = in;
    this.text = in.text();
    this.privateKey = in.matcher(PRIVATE_KEY);
    this.privateLines = in.matcher(PRIVATE_LINES);
    this.vaultCredentials = in.matcher(VAULT_CREDENTIALS);
  }

  void privateKey(int begin) {
    if (begin < keyUntil
        || !text.startsWith("-----BEGIN ", begin)
        || !privateKey.region(begin, in.length()).lookingAt()) {
      return;
    }
    int start = privateKey.end();
    int limit = Math.min(in.length(), start + LONGEST_KEY);
    if (endOfKey != -1 && endOfKey < start) {
      endOfKey = text.indexOf(END, start);
    }
    keyUntil = endOfKey < 0 || endOfKey > limit ? endOfLinesOfKey(start, limit) : endOfKey;
    in.secret(start, keyUntil, "a private key");
  }

  /** Takes the lines of a key as PuTTY keeps it. */
  void privateLines(int begin) {
    if (begin < keyUntil || !privateLines.region(begin, in.length()).lookingAt()) {
      return;
    }
    int start = privateLines.end();
    keyUntil = endOfLinesOfKey(start, Math.min(in.length(), start + LONGEST_KEY));
    in.secret(start, keyUntil, "a private key");
  }

  /** Returns where a key ends that is cut off: at the first line that can't be of one. */
  private int endOfLinesOfKey(int start, int limit) {
    int end = in.endOfLine(start);
    while (end < limit && end + 1 < in.length()) {
      int next = in.endOfLine(end + 1);
      if (!LINE_OF_KEY.matcher(text.substring(end + 1, next).strip()).matches()) {
        break;
      }
      end = next;
    }
    return end;
  }

  /**
   * Takes all of a vault credentials file: a root such as {@code RSBackupVaultAADCreds} with an
   * element for the subscription, the vault, the certificate with its private key and so on.
   */
  void vaultCredentials(int vault) {
    if (vault < credentialsUntil) {
      return;
    }
    int start = vault;
    while (start > vault - 62 && (Character.isLetterOrDigit(in.at(start - 1)) || isJoint(start))) {
      start--;
    }
    start--;
    if (in.at(start) != '<' || !vaultCredentials.region(start, in.length()).lookingAt()) {
      return;
    }
    int from = vaultCredentials.end();
    String name = vaultCredentials.group(1);
    int closing = unclosed.contains(name) ? -1 : text.indexOf("/" + name + ">", from);
    if (closing < 0) {
      // what is not closed from here on is not closed further down
      unclosed.add(name);
      closing = text.indexOf(":" + name + ">", from);
    }
    credentialsUntil = closing < 0 ? in.length() : closing;
    contents(from, credentialsUntil);
  }

  private boolean isJoint(int start) {
    return in.at(start - 1) == ':' || in.at(start - 1) == '_';
  }

  private void contents(int from, int to) {
    int start = from;
    while (start < to) {
      int tag = text.indexOf('<', start);
      int end = tag < 0 || tag > to ? to : tag;
      in.secret(start, end, "a vault credential");
      int next = text.indexOf('>', end);
      start = next < 0 ? to : next + 1;
    }
  }
}
