package dev.mabsplan.facts.windows.registry;

import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.WindowsPath;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.format.CountedRemarks;
import dev.mabsplan.facts.format.Notes;
import dev.mabsplan.facts.privacy.SecretNames;
import dev.mabsplan.facts.privacy.Secrets;
import dev.mabsplan.facts.shape.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Notes values of the registry, whatever they were read from. */
public final class RegistryNotes {

  /** How the name of the value without a name is written, in whatever language. */
  static final String DEFAULT = "(Default)";

  /** What stands between the texts of a value that has several, as reg.exe writes it. */
  static final String BETWEEN_TEXTS = "\\0";

  private static final List<String> SECRET_KEYS = List.of("HKLM\\SAM", "HKLM\\SECURITY");

  static final String REGISTRY = "Registry::";
  private static final Pattern USER_OF_PROXY = Pattern.compile("[^/=;\\s]*@");

  private final Notes notes;
  private final CountedRemarks tally = new CountedRemarks();

  public RegistryNotes(Notes notes) {
    this.notes = notes;
  }

  /** Returns the key of a path as PowerShell writes it in full. */
  public static Optional<String> keyInFull(String path) {
    int at = path.indexOf(REGISTRY);
    return at < 0 ? Optional.empty() : Spelling.registryKey(path.substring(at + REGISTRY.length()));
  }

  /** Notes a value with its data, a number in decimal. */
  public void value(Source source, String key, String name, String written) {
    String data = name.equalsIgnoreCase("ProxyServer") ? withoutUser(source, written) : written;
    if (isRefused(source, key, name, data)) {
      return;
    }
    notes.fact(source, server -> RegistryValue.of(server, key, name).withData(data));
  }

  private String withoutUser(Source source, String proxy) {
    String without = withoutUser(proxy);
    if (!without.equals(proxy)) {
      tally.secret(source, "the user of the proxy");
    }
    return without;
  }

  /** Returns the addresses of a proxy without users and their passwords. */
  public static String withoutUser(String proxy) {
    return USER_OF_PROXY.matcher(proxy).replaceAll("");
  }

  /** Notes that a value is there, whose data is no text and no number. */
  void binary(Source source, String key, String name) {
    if (!isRefused(source, key, name, "")) {
      notes.fact(source, server -> RegistryValue.of(server, key, name));
      tally.unused(source, "binary data of the registry, of which only the name was kept");
    }
  }

  /** Notes that a value is not there. */
  public void absent(Source source, String key, String name) {
    if (name.isBlank()) {
      tally.unread(source, "a value of the registry without a name");
      return;
    }
    notes.fact(source, server -> RegistryValue.of(server, key, name).absent());
  }

  void unread(Source source, String why) {
    tally.unread(source, why);
  }

  void unused(Source source, String what) {
    tally.unused(source, what);
  }

  /** Writes the remarks. */
  public void finish() {
    tally.into(notes);
  }

  private boolean isRefused(Source source, String key, String name, String data) {
    if (name.isBlank()) {
      tally.unread(source, "a value of the registry without a name");
      return true;
    }
    if (isSecret(key, name, data)) {
      if (!data.contains(Secrets.MARK)) {
        tally.secret(source, "a secret of the registry");
      }
      return true;
    }
    return false;
  }

  private static boolean isSecret(String key, String name, String data) {
    return SecretNames.mentionsSecret(name)
        || data.contains(Secrets.MARK)
        || !Secrets.removedFrom(data).removals().isEmpty()
        || SECRET_KEYS.stream().anyMatch(secret -> WindowsPath.isIn(key, secret));
  }
}
