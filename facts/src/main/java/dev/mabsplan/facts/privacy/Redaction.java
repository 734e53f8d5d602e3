package dev.mabsplan.facts.privacy;

import dev.mabsplan.facts.Attempt;
import dev.mabsplan.facts.Collected;
import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.derived.Derived;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.gathered.Address;
import dev.mabsplan.facts.gathered.Facts;
import dev.mabsplan.facts.shape.RecordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(.*\\\\|)([^\\\\_]{1,200})(_?[^\\\\]*\\.VaultCredentials)", Pattern.CASE_INSENSITIVE);

  private final Tokens tokens = new Tokens();
  private final NamesInText names;

  private Redaction(Set<String> folders) {
    this.names = new NamesInText(tokens, folders);
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
    return of(facts, List.of(), Set.of(), Set.of()).facts();
  }

  /**
   * Returns facts and remarks with tokens for names, also in where they were read.
   *
   * @param folders names of folders that may be those of servers
   * @param servers names of servers that messages are known to speak of
   */
  public static Redacted of(
      Facts facts, List<Remark> remarks, Set<String> folders, Set<String> servers) {
    Redaction redaction = new Redaction(folders);
    servers.forEach(redaction.names::host);
    // a domain that is found late makes a server of a name that was read before
    // what follows from a fact can be a name where the fact is a text, such as that of a proxy
    Facts all = Derived.from(facts).facts();
    redaction.redacted(all, remarks);
    redaction.redacted(all, remarks);
    redaction.tokens.number();
    redaction.names.knowBareNames();
    return redaction.redacted(facts, remarks);
  }

  private Redacted redacted(Facts facts, List<Remark> remarks) {
    Facts.Builder builder = redacted(facts);
    List<Remark> without =
        remarks.stream()
            .map(
                remark ->
                    new Remark(remark.kind(), at(remark.source()), names.prose(remark.text())))
            .toList();
    return new Redacted(tokens.finding() ? facts : builder.build(), without, tokens.given());
  }

  private Facts.Builder redacted(Facts facts) {
    Facts.Builder builder = Facts.builder();
    facts.observedAt().ifPresent(builder::observedAt);
    for (Server server : facts.servers()) {
      Address address = Address.ofServer(server.name());
      Server redacted =
          new Server(
              names.host(server.name()),
              server.role(),
              nullable(server.backupServer(), names::host));
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.server(redacted, at(source)), () -> builder.server(redacted));
    }
    for (Collected collected : facts.collected()) {
      builder.collected(names.host(collected.server()), collected.kind());
    }
    for (Fact fact : facts.facts()) {
      Address address = Address.of(fact);
      Fact redacted = (Fact) redacted((Record) fact);
      Map<String, Source> components = components(facts, address, (Record) fact);
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.add(redacted, at(source), components), () -> builder.add(redacted));
    }
    for (ReportedError error : facts.errors()) {
      Address address = facts.addressOf(error);
      ReportedError redacted = (ReportedError) redacted(error);
      Map<String, Source> components = components(facts, address, error);
      facts
          .source(address)
          .ifPresentOrElse(
              source -> builder.error(redacted, at(source), components),
              () -> builder.error(redacted));
    }
    for (Attempt attempt : facts.attempts()) {
      Attempt redacted = (Attempt) redacted(attempt);
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
    return new Source(names.path(source.file()), source.pointer(), source.line(), source.column());
  }

  private Record redacted(Record of) {
    RecordShape shape = RecordShape.of(of.getClass());
    @Nullable Object[] values = new @Nullable Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      Object value = component.value(of);
      values[i] = value instanceof String text ? text(component, text) : value;
    }
    return shape.create(values);
  }

  private String text(RecordShape.Component of, String text) {
    if (of.reveals().isEmpty()) {
      return names.prose(text);
    }
    return switch (of.reveals().get()) {
      case NOBODY -> names.identifiers(text);
      case SERVER -> names.host(text);
      case DOMAIN -> tokens.token(Tokens.DOMAIN, text);
      case VAULT -> tokens.token("VAULT", text);
      // the portal names the file after the vault: contoso_Mon Jan 12 2026.VaultCredentials
      case FILE_OF_VAULT -> {
        Matcher name = CREDENTIALS.matcher(text);
        yield name.matches()
            ? names.prose(name.group(1)) + tokens.token("VAULT", name.group(2)) + name.group(3)
            : names.prose(text);
      }
      case USER -> text.matches("[\\w.-]+") ? tokens.token(Tokens.USER, text) : names.prose(text);
    };
  }

  private static @Nullable String nullable(@Nullable String text, UnaryOperator<String> with) {
    return text == null ? null : with.apply(text);
  }
}
