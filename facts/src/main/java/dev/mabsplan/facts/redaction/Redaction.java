package dev.mabsplan.facts.redaction;

import dev.mabsplan.facts.Address;
import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.RecordShape;
import dev.mabsplan.facts.Remark;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces who and where by tokens that stay the same all through: servers and virtual machines
 * ({@code SERVER-1}, fully qualified {@code SERVER-1.DOMAIN-1}), domains, users, vaults, IP
 * addresses, e-mail addresses ({@code USER-1@DOMAIN-1}), identifiers ({@code GUID-1}, {@code
 * SID-1}). Services, features, products, keys of the registry, IDs, codes and the rest of a path
 * stay, so that the facts plan as before. Tokens are numbered in the order of the names, so that
 * what is sorted by name stays in order.
 *
 * <p>A name is known where it stands in a place for names, or has a form that nothing else has. A
 * bare word in prose that is neither is not found: no reader of prose finds every name.
 */
public final class Redaction {

  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.-])([A-Za-z0-9][\\w-]{0,62})((?:\\.[A-Za-z0-9][\\w-]{0,62}){1,8})");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![\\w\\\\:./-])([A-Z][A-Z0-9-]{1,14})\\\\([\\w.$-]{1,64})(?![\\w\\\\])");
  private static final Pattern HOME =
      Pattern.compile(
          "(?i)(?<=[a-z]:\\\\(?:Users|Documents and Settings)\\\\)"
              + "(?:[^\\\\/:*?\"<>|\\r\\n]{0,63}[^\\\\/:*?\"<>|\\s](?=\\\\)|[^\\\\/:*?\"<>|,;\\s]{1,64})"
              + "|(?<=(?<![\\w.])/(?:home|Users)/)[^\\\\/:*?\"<>|,;\\s]{1,64}");

  /** Within a path, which is no address of a web site, homes may lie below another folder. */
  private static final Pattern HOME_OF_FILE =
      Pattern.compile("(?<=/(?:home|Users)/)[^/\\\\]{1,64}(?=[/\\\\])");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(.*\\\\|)([^\\\\_]{1,200})(_?[^\\\\]*\\.VaultCredentials)", Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile("(?<![\\w.+-])([\\w.+-]{1,64})@([A-Za-z0-9][\\w-]*(?:\\.[\\w-]+)*)");
  private static final Pattern SHARE =
      Pattern.compile("(?<![\\\\\\w])\\\\\\\\([A-Za-z0-9][\\w.-]{0,80})(?=\\\\)");
  private static final Pattern IP =
      Pattern.compile(
          "(?<![\\w.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]*\\d)"
              + "|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\\w:])"
              + "|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\\w:]))");
  private static final Pattern GUID =
      Pattern.compile("(?<![\\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\\w-])");
  private static final Pattern SID = Pattern.compile("S-1-5-21(?:-\\d{1,10}){3,4}");

  private static final Set<String> AUTHORITIES =
      Set.of("authority", "builtin", "service", "hklm", "hkcu", "hku", "hkcr", "hkcc", "nt");
  private static final Set<String> ACCOUNTS_OF_ALL =
      Set.of("public", "default", "all users", "default user", "administrator", "system");
  private static final Set<String> ADDRESSES_OF_ALL = Set.of("127.0.0.1", "0.0.0.0", "azure");
  private static final Pattern PUBLIC_NAME =
      Pattern.compile(
          "(?i)(?:.*\\.)?(?:microsoft|windows|azure|windowsazure|office365|office|outlook|live"
              + "|microsoftonline|azure-automation|gmail)\\.(?:com|net)");
  private static final String SERVER = "SERVER";
  private static final String DOMAIN = "DOMAIN";
  private static final String USER = "USER";

  /** What holds the name of a server besides {@code server}. */
  private static final Set<String> HOSTS =
      Set.of(
          "errors.reportedBy",
          "networkReach.to",
          "mail.smtpServer",
          "systemProxy.address",
          "vmwareVms.name",
          "vmwareVms.vm",
          "vmwareDisks.vm",
          "vmwareAttributes.vm");

  /** What rules know by its name. */
  private static final Set<String> KEPT =
      Set.of(
          "antivirus.product",
          "attempts.problem",
          "attempts.remedy",
          "certificates.store",
          "errors.code",
          "errors.name",
          "errors.product",
          "groupPolicies.name",
          "interference.by",
          "observations.name",
          "registryValues.key",
          "registryValues.name",
          "services.name",
          "software.product",
          "sqlRoles.role",
          "vmwareAttributes.name",
          "windowsFeatures.name");

  /** Where a GUID stands for a class of Windows and not for anything of a site. */
  private static final Pattern KEPT_GUIDS = Pattern.compile("(?i)^HK\\w{1,20}\\\\.*\\{");

  /** Words of messages: a server of that name keeps it in prose, which is told by them. */
  private static final Set<String> WORDS_OF_MESSAGES =
      Set.of(
          "dpm",
          "mabs",
          "mars",
          "sql",
          "vss",
          "azure",
          "backup",
          "server",
          "agent",
          "data",
          "volume",
          "exchange",
          "sharepoint",
          "hyper-v",
          "vmware",
          "replica",
          "storage",
          "windows",
          "protection",
          "service",
          "system",
          "admin",
          "administrator",
          "user",
          "test",
          "file",
          "files",
          "disk",
          "recovery",
          "vault",
          "online",
          "microsoft",
          "operations",
          "support",
          "error",
          "config",
          "setup",
          "default",
          "domain",
          "client",
          "host",
          "web",
          "mail",
          "proxy",
          "the");

  /** The names of each kind with their tokens; while names are being found, each is its own. */
  private final Map<String, Map<String, String>> tokens = new TreeMap<>();

  /** The tokens that stand for something in what is returned. */
  private final Set<String> given = new HashSet<>();

  private final Optional<Pattern> folder;
  private boolean finding = true;
  private Optional<Pattern> bareNames = Optional.empty();

  private Redaction(Set<String> folders) {
    String names = folders.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.folder =
        names.isEmpty()
            ? Optional.empty()
            : Optional.of(Pattern.compile("(?iu)(?<![^/\\\\!])(?:" + names + ")(?=[/\\\\!])"));
  }

  /**
   * What was redacted.
   *
   * @param facts facts with tokens for names
   * @param remarks remarks with the same tokens
   * @param names how many names tokens stand for
   */
  public record Redacted(Facts facts, List<Remark> remarks, int names) {
    public Redacted {
      remarks = List.copyOf(remarks);
    }
  }

  /** Returns facts with tokens for names, also in where they were read. */
  public static Facts of(Facts facts) {
    return of(facts, List.of(), Set.of()).facts();
  }

  /**
   * Returns facts and remarks with tokens for names, also in where they were read.
   *
   * @param folders names of folders that may be those of servers
   */
  public static Redacted of(Facts facts, List<Remark> remarks, Set<String> folders) {
    Redaction redaction = new Redaction(folders);
    // a domain that is found late makes a server of a name that was read before
    redaction.redacted(facts, remarks);
    redaction.redacted(facts, remarks);
    redaction.number();
    return redaction.redacted(facts, remarks);
  }

  private Redacted redacted(Facts facts, List<Remark> remarks) {
    Facts.Builder builder = redacted(facts);
    List<Remark> without =
        remarks.stream()
            .map(remark -> new Remark(remark.kind(), at(remark.source()), prose(remark.text())))
            .toList();
    return new Redacted(finding ? facts : builder.build(), without, given.size());
  }

  private void number() {
    finding = false;
    tokens.forEach(
        (kind, names) -> {
          int digits = String.valueOf(names.size()).length();
          int number = 0;
          for (Map.Entry<String, String> name : names.entrySet()) {
            number++;
            name.setValue(String.format(Locale.ROOT, "%s-%0" + digits + "d", kind, number));
          }
        });
    List<String> bare =
        Stream.concat(of(SERVER).keySet().stream(), of(DOMAIN).keySet().stream())
            .filter(name -> name.length() > 1 && !WORDS_OF_MESSAGES.contains(name))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .toList();
    if (!bare.isEmpty()) {
      bareNames =
          Optional.of(
              Pattern.compile(
                  "(?iu)(?<![\\p{L}\\d])(?:" + String.join("|", bare) + ")(?![\\p{L}\\d]|-\\d)"));
    }
  }

  private Map<String, String> of(String kind) {
    return tokens.computeIfAbsent(kind, key -> new TreeMap<>());
  }

  private String token(String kind, String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (finding) {
      of(kind).putIfAbsent(key, key);
      return name;
    }
    String token = of(kind).getOrDefault(key, name);
    given.add(token);
    return token;
  }

  // Facts

  private Facts.Builder redacted(Facts facts) {
    Facts.Builder builder = Facts.builder();
    facts.observedAt().ifPresent(builder::observedAt);
    for (Server server : facts.servers()) {
      Address address = Address.ofServer(server.name());
      Server redacted =
          new Server(
              host(server.name()), server.role(), nullable(server.backupServer(), this::host));
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.server(redacted, at(source)), () -> builder.server(redacted));
    }
    for (Collected collected : facts.collected()) {
      builder.collected(host(collected.server()), collected.kind());
    }
    for (Fact fact : facts.facts()) {
      Address address = Address.of(fact);
      Fact redacted = (Fact) redacted((Record) fact, FactKind.of(fact.getClass()).property());
      Map<String, Source> components = components(facts, address, (Record) fact);
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.add(redacted, at(source), components), () -> builder.add(redacted));
    }
    for (ReportedError error : facts.errors()) {
      Address address = facts.addressOf(error);
      ReportedError redacted = (ReportedError) redacted(error, "errors");
      Map<String, Source> components = components(facts, address, error);
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.error(redacted, at(source), components),
              () -> builder.error(redacted));
    }
    for (Attempt attempt : facts.attempts()) {
      Attempt redacted = (Attempt) redacted(attempt, "attempts");
      facts
          .source(Address.of(attempt))
          .ifPresentOrElse(
              source -> builder.attempt(redacted, at(source)), () -> builder.attempt(redacted));
    }
    return builder;
  }

  private Map<String, Source> components(Facts facts, Address address, Record of) {
    Map<String, Source> components = new HashMap<>();
    for (RecordShape.Component component : RecordShape.of(of.getClass()).components()) {
      boolean ofAddress =
          of instanceof Fact && (component.key() || component.name().equals("server"));
      if (component.known(of) && !ofAddress) {
        facts
            .source(address.component(component.name()))
            .ifPresent(source -> components.put(component.name(), at(source)));
      }
    }
    return components;
  }

  private Source at(Source source) {
    return new Source(path(source.file()), source.pointer(), source.line(), source.column());
  }

  /** Returns where a file lies; a folder that may be called as a server nobody speaks of is one. */
  private String path(String file) {
    String home = HOME_OF_FILE.matcher(file).replaceAll(found -> quoted(user(found.group())));
    String without = prose(home);
    return folder
        .map(
            pattern ->
                pattern
                    .matcher(without)
                    .replaceAll(found -> quoted(token("FOLDER", found.group()))))
        .orElse(without);
  }

  private Record redacted(Record of, String kind) {
    RecordShape shape = RecordShape.of(of.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value(of);
      values[i] = value instanceof String text ? text(kind + "." + component.name(), text) : value;
    }
    return shape.create(values);
  }

  private String text(String of, String text) {
    if (of.endsWith(".server") || HOSTS.contains(of)) {
      return host(text);
    }
    return switch (of) {
      case "domain.name" -> token(DOMAIN, text);
      case "vaultRegistration.vault", "vaultRegistration.targetVault" -> token("VAULT", text);
      // the portal names the file after the vault: contoso_Mon Jan 12 2026.VaultCredentials
      case "credentialsFile.path" -> {
        Matcher name = CREDENTIALS.matcher(text);
        yield name.matches()
            ? prose(name.group(1)) + token("VAULT", name.group(2)) + name.group(3)
            : prose(text);
      }
      case "mail.userName" -> text.matches("[\\w.-]+") ? token(USER, text) : prose(text);
      default -> KEPT.contains(of) ? identifiers(text) : prose(text);
    };
  }

  private static @Nullable String nullable(@Nullable String text, UnaryOperator<String> with) {
    return text == null ? null : with.apply(text);
  }

  // Texts

  private String prose(String text) {
    String without = identifiers(text);
    without = IP.matcher(without).replaceAll(found -> quoted(ip(found.group())));
    without =
        MAIL.matcher(without)
            .replaceAll(
                found -> quoted(token(USER, found.group(1)) + "@" + domainOf(found.group(2))));
    without = HOME.matcher(without).replaceAll(found -> quoted(user(found.group())));
    without = ACCOUNT.matcher(without).replaceAll(found -> quoted(account(found)));
    without = SHARE.matcher(without).replaceAll(found -> quoted("\\\\" + host(found.group(1))));
    without =
        QUALIFIED
            .matcher(without)
            .replaceAll(
                found -> quoted(isHost(found.group()) ? host(found.group()) : found.group()));
    return bareNames.isEmpty() || finding
        ? without
        : bareNames
            .get()
            .matcher(without)
            .replaceAll(
                found -> {
                  String name = found.group().toLowerCase(Locale.ROOT);
                  return quoted(token(of(SERVER).containsKey(name) ? SERVER : DOMAIN, name));
                });
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private String identifiers(String text) {
    String without = SID.matcher(text).replaceAll(found -> quoted(token("SID", found.group())));
    return KEPT_GUIDS.matcher(without).find()
        ? without
        : GUID.matcher(without).replaceAll(found -> quoted(token("GUID", found.group())));
  }

  private String ip(String address) {
    return ADDRESSES_OF_ALL.contains(address) ? address : token("IP", address);
  }

  private String user(String name) {
    return ACCOUNTS_OF_ALL.contains(name.toLowerCase(Locale.ROOT)) ? name : token(USER, name);
  }

  private String account(MatchResult found) {
    String left = found.group(1);
    if (AUTHORITIES.contains(left.toLowerCase(Locale.ROOT))) {
      return found.group();
    }
    // SQL01\PROD is an instance or a database of a server, and no user
    return of(SERVER).containsKey(left.toLowerCase(Locale.ROOT))
        ? found.group()
        : domain(left) + "\\" + user(found.group(2));
  }

  private boolean isHost(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    int dot = folded.indexOf('.');
    boolean ends = of(DOMAIN).keySet().stream().anyMatch(domain -> folded.endsWith("." + domain));
    return ends
        || (of(SERVER).containsKey(folded.substring(0, dot))
            && folded.substring(dot + 1).matches("[\\w-]+(?:\\.[\\w-]+)+"));
  }

  /** Returns the token of a server by its name, which may be qualified or have a port. */
  private String host(String name) {
    String stripped = name.strip();
    if (stripped.length() < 2
        || ADDRESSES_OF_ALL.contains(stripped.toLowerCase(Locale.ROOT))
        || PUBLIC_NAME.matcher(stripped).matches()) {
      return name;
    }
    if (stripped.contains(":") || stripped.contains("/") || IP.matcher(stripped).matches()) {
      return prose(stripped);
    }
    int dot = stripped.indexOf('.');
    return dot <= 0
        ? token(SERVER, stripped)
        : token(SERVER, stripped.substring(0, dot)) + "." + domainOf(stripped.substring(dot + 1));
  }

  private String domainOf(String name) {
    return PUBLIC_NAME.matcher(name).matches() ? name : domain(name);
  }

  /** Returns the token of a domain: a short name is that of a qualified one that begins so. */
  private String domain(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return of(DOMAIN).keySet().stream()
        .filter(known -> name.indexOf('.') < 0 && known.startsWith(folded + "."))
        .findFirst()
        .map(known -> finding ? name : token(DOMAIN, known))
        .orElseGet(() -> token(DOMAIN, name));
  }
}
