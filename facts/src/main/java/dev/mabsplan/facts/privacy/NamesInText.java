package dev.mabsplan.facts.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds names in texts: by what stands around them, by a form that nothing else has, or, once it is
 * known, by the name itself. A bare word in prose that is neither is not found: no reader of prose
 * finds every name.
 */
final class NamesInText {

  private static final Pattern QUALIFIED =
      Pattern.compile("(?<![\\w.-])([A-Za-z0-9][\\w-]{0,62})((?:\\.[A-Za-z0-9][\\w-]{0,62}){1,8})");
  private static final Pattern ACCOUNT =
      Pattern.compile("(?<![\\w\\\\:./-])([A-Z][A-Z0-9-]{1,14})\\\\([\\w.$-]{1,64})(?![\\w\\\\])");
  private static final Pattern HOME =
      Pattern.compile(
          "(?i)(?<=[a-z]:\\\\(?:Users|Documents and Settings)\\\\)"
              + "(?:[^\\\\/:*?\"<>|\\r\\n]{0,63}[^\\\\/:*?\"<>|\\s](?=\\\\)|[^\\\\/:*?\"<>|,;\\s]{1,64})"
              + "|(?<=(?<![\\w.])/(?:home|Users)/)[^\\\\/:*?\"<>|,;\\s]{1,64}");

  private static final Pattern FOLDER = Pattern.compile("(?<![^/\\\\!])[^/\\\\!]+(?=[/\\\\!])");

  /** Within a path, which is no address of a web site, homes may lie below another folder. */
  private static final Pattern HOME_OF_FILE =
      Pattern.compile("(?<=/(?:home|Users)/)[^/\\\\]{1,64}(?=[/\\\\])");

  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![\\p{L}\\w.+%-])([\\p{L}\\w.+%-]{1,64})@([A-Za-z0-9][\\w-]*+(?:\\.[\\w-]++)*+)");
  private static final Pattern SHARE =
      Pattern.compile(
          "(?<![\\\\\\w])(\\\\\\\\(?:\\?\\\\UNC\\\\)?|(?<![:/])//|(?<=file:)//)"
              + "([A-Za-z0-9][\\w.-]{0,80}?)(?=[\\\\/]|\\.?(?:[\\s\"',;)]|$))");

  /** What names a server behind a word for it: in a connection string, or a service principal. */
  private static final Pattern NAMED_HOST =
      Pattern.compile(
          "\\b((?:Server|Data Source|Addr|Address|Network Address)\\s?=\\s?(?:tcp:)?|tcp:(?=[^,:]{1,80}[,:])"
              + "|(?:MSSQLSvc|MSSQL|WSMAN|TERMSRV|HOST|HTTP|CIFS|LDAP|GC|RestrictedKrbHost)/)"
              + "([A-Za-z0-9][\\w.-]{0,80})",
          Pattern.CASE_INSENSITIVE);

  /** A domain or a unit in the name of an object in Active Directory. */
  private static final Pattern DIRECTORY =
      Pattern.compile("\\b(DC|OU)=([^,/+\"\\n=]{1,64})", Pattern.CASE_INSENSITIVE);

  private static final Pattern HARDWARE =
      Pattern.compile(
          "(?<![\\w:-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}(?![\\w:-])");

  /** An account in small letters, told from a path by what stands before it. */
  private static final Pattern SAID_ACCOUNT =
      Pattern.compile(
          "(?<![\\p{L}\\d])((?:user|account|login|logon|username|owner|as|by|användare|användaren|konto|kontot|som|av)[ :=]{1,2}[\"']?)"
              + "([A-Za-z][\\w-]{1,30})\\\\([\\w.$-]{1,64})(?![\\w\\\\])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern IP =
      Pattern.compile(
          "(?:(?<![\\w.:])|(?<=::ffff:))(?:\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.]*\\d)"
              + "|::(?:[0-9A-Fa-f]{1,4}:){1,6}[0-9A-Fa-f]{1,4}(?![\\w:.])"
              + "|(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\\w:])"
              + "|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}(?![\\w:]))");
  private static final Pattern GUID =
      Pattern.compile(
          "(?<![A-Za-z0-9-])(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32})(?![A-Za-z0-9-])");

  /** What a customer named in the id of a resource of Azure. */
  private static final Pattern RESOURCE =
      Pattern.compile(
          "(?<=/(resourceGroups|vaults)/)[^/\\s\"'<>?]{1,90}+", Pattern.CASE_INSENSITIVE);

  private static final Pattern STORAGE =
      Pattern.compile(
          "(?<![\\w-])[a-z0-9]{3,24}+(?=\\.(?:blob|queue|table|file|dfs)\\.core\\.windows\\.net)"
              + "|(?<![\\w-])[A-Za-z0-9-]{3,63}+(?=\\.(?:vault\\.azure|database\\.windows|servicebus\\.windows)\\.net)");
  private static final Pattern SID = Pattern.compile("S-1-(?:5-21|12-1)(?:-\\d{1,10}){3,4}");

  private static final Set<String> END_OF_DOMAIN =
      Set.of("com", "net", "org", "se", "eu", "local", "lan", "corp", "int", "internal", "intern");

  private static final Set<String> AUTHORITIES =
      Set.of(
          "authority",
          "builtin",
          "service",
          "hklm",
          "hkcu",
          "hku",
          "hkcr",
          "hkcc",
          "nt",
          "software",
          "system");
  private static final Set<String> ACCOUNTS_OF_ALL =
      Set.of("public", "default", "all users", "default user", "administrator", "system");
  private static final Set<String> ADDRESSES_OF_ALL = Set.of("127.0.0.1", "0.0.0.0", "azure");
  private static final Pattern PUBLIC_NAME =
      Pattern.compile(
          "(?i)(?:.*\\.)?(?:microsoft|windows|azure|windowsazure|office365|office|outlook|live"
              + "|microsoftonline|azure-automation|msftncsi|msftconnecttest|gmail)\\.(?:com|net)");

  /** A host with its domain, told from a file or a name space by how it ends. */
  private static final Pattern HOST_WITH_DOMAIN =
      Pattern.compile(
          "(?!Microsoft\\.|System\\.|Windows\\.)"
              + "[A-Za-z0-9-]{1,63}(?:(?:\\.[A-Za-z0-9-]{1,63}){1,6}"
              + "\\.(?:com|net|org|info|biz|eu|se|no|dk|fi|de|nl|uk|fr|ch|at|be|it|es|pl|ca|au|us"
              + "|cloud|site|xyz|global|tech|online|company|group|ads|priv|private|home|loc|office|io)"
              + "|(?:\\.[A-Za-z0-9-]{1,63}){0,6}"
              + "\\.(?:local|lan|corp|internal|intern|intra|domain|test|example|ad|int))",
          Pattern.CASE_INSENSITIVE);

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

  private final Tokens tokens;
  private final Set<String> folders;
  private KnownNames bareNames = new KnownNames(List.of());

  /**
   * Finds names.
   *
   * @param folders names of folders that may be those of servers
   */
  NamesInText(Tokens tokens, Set<String> folders) {
    this.tokens = tokens;
    this.folders =
        folders.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Takes the names of servers and domains that were found for names wherever they stand. */
  void knowBareNames() {
    bareNames =
        new KnownNames(
            Stream.concat(
                    tokens.names(Tokens.SERVER).stream(), tokens.names(Tokens.DOMAIN).stream())
                .filter(name -> name.length() > 1 && !WORDS_OF_MESSAGES.contains(name))
                .toList());
  }

  /** Returns where a file lies; a folder that may be called as a server nobody speaks of is one. */
  String path(String file) {
    String home = HOME_OF_FILE.matcher(file).replaceAll(found -> quoted(user(found.group())));
    String without = prose(home);
    return FOLDER
        .matcher(without)
        .replaceAll(
            found ->
                quoted(
                    folders.contains(found.group().toLowerCase(Locale.ROOT))
                        ? tokens.token("FOLDER", found.group())
                        : found.group()));
  }

  /** Returns a text with tokens for the names in it. */
  String prose(String text) {
    String without = identifiers(text);
    without = IP.matcher(without).replaceAll(found -> quoted(ip(found.group())));
    without =
        MAIL.matcher(without)
            .replaceAll(
                found ->
                    quoted(
                        tokens.token(Tokens.USER, found.group(1))
                            + "@"
                            + domainOf(found.group(2))));
    without =
        DIRECTORY
            .matcher(without)
            .replaceAll(
                found ->
                    quoted(
                        found.group(1)
                            + "="
                            + (found.group(1).equalsIgnoreCase("OU")
                                ? tokens.token("UNIT", found.group(2))
                                : END_OF_DOMAIN.contains(found.group(2).toLowerCase(Locale.ROOT))
                                    ? found.group(2)
                                    : tokens.token(Tokens.DOMAIN, found.group(2)))));
    without =
        NAMED_HOST
            .matcher(without)
            .replaceAll(found -> quoted(found.group(1) + host(found.group(2))));
    without = HOME.matcher(without).replaceAll(found -> quoted(user(found.group())));
    without =
        ACCOUNT
            .matcher(without)
            .replaceAll(found -> quoted(account(found.group(), found.group(1), found.group(2))));
    without =
        SAID_ACCOUNT
            .matcher(without)
            .replaceAll(
                found ->
                    quoted(
                        found.group(1)
                            + account(
                                found.group(2) + "\\" + found.group(3),
                                found.group(2),
                                found.group(3))));
    without =
        SHARE.matcher(without).replaceAll(found -> quoted(found.group(1) + host(found.group(2))));
    without =
        QUALIFIED
            .matcher(without)
            .replaceAll(
                found -> quoted(isHost(found.group()) ? host(found.group()) : found.group()));
    return tokens.finding()
        ? without
        : bareNames.replaced(
            without,
            name ->
                tokens.token(
                    tokens.names(Tokens.SERVER).contains(name) ? Tokens.SERVER : Tokens.DOMAIN,
                    name));
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** Returns a text with tokens for the identifiers in it alone. */
  String identifiers(String text) {
    String without =
        SID.matcher(text).replaceAll(found -> quoted(tokens.token("SID", found.group())));
    without =
        RESOURCE
            .matcher(without)
            .replaceAll(
                found ->
                    quoted(
                        tokens.token(
                            found.group(1).equalsIgnoreCase("vaults") ? "VAULT" : "GROUP",
                            found.group())));
    without =
        HARDWARE.matcher(without).replaceAll(found -> quoted(tokens.token("MAC", found.group())));
    without =
        STORAGE
            .matcher(without)
            .replaceAll(found -> quoted(tokens.token("STORAGE", found.group())));
    return KEPT_GUIDS.matcher(without).find()
        ? without
        : GUID.matcher(without).replaceAll(found -> quoted(tokens.token("GUID", found.group())));
  }

  private String ip(String address) {
    return ADDRESSES_OF_ALL.contains(address) || isVersion(address)
        ? address
        : tokens.token("IP", address);
  }

  /** Four numbers of which one is above 255 are a version. */
  private static boolean isVersion(String address) {
    return address.indexOf('.') > 0
        && Stream.of(address.split("\\.", -1)).anyMatch(part -> Integer.parseInt(part) > 255);
  }

  private String user(String name) {
    return ACCOUNTS_OF_ALL.contains(name.toLowerCase(Locale.ROOT))
        ? name
        : tokens.token(Tokens.USER, name);
  }

  private String account(String whole, String left, String right) {
    if (AUTHORITIES.contains(left.toLowerCase(Locale.ROOT))) {
      return whole;
    }
    // SQL01\PROD is an instance or a database of a server, and no user
    return tokens.names(Tokens.SERVER).contains(left.toLowerCase(Locale.ROOT))
        ? whole
        : domain(left) + "\\" + user(right);
  }

  private boolean isHost(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    int dot = folded.indexOf('.');
    return isInDomain(folded)
        || (HOST_WITH_DOMAIN.matcher(name).matches() && !PUBLIC_NAME.matcher(name).matches())
        || (tokens.names(Tokens.SERVER).contains(folded.substring(0, dot))
            && folded.substring(dot + 1).matches("[\\w-]+(?:\\.[\\w-]+)+"));
  }

  private boolean isInDomain(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (tokens.names(Tokens.DOMAIN).contains(name.substring(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the token of a server by its name, which may be qualified or have a port. */
  String host(String name) {
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
        ? tokens.token(Tokens.SERVER, stripped)
        : tokens.token(Tokens.SERVER, stripped.substring(0, dot))
            + "."
            + domainOf(stripped.substring(dot + 1));
  }

  private String domainOf(String name) {
    return PUBLIC_NAME.matcher(name).matches() ? name : domain(name);
  }

  /** Returns the token of a domain: a short name is that of a qualified one that begins so. */
  private String domain(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    Optional<String> qualified =
        name.indexOf('.') < 0 ? tokens.beginning(Tokens.DOMAIN, folded + ".") : Optional.empty();
    return qualified
        .map(known -> tokens.finding() ? name : tokens.token(Tokens.DOMAIN, known))
        .orElseGet(() -> tokens.token(Tokens.DOMAIN, name));
  }
}
