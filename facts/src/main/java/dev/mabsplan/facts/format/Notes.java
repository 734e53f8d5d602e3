package dev.mabsplan.facts.format;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.privacy.Messages;
import dev.mabsplan.facts.privacy.RecordSecrets;
import dev.mabsplan.facts.privacy.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is read from one file, before it is known whose facts they are. */
public final class Notes {

  /**
   * A fact.
   *
   * @param server the server that the file says it is of; nothing where it is the file's
   * @param of makes the fact, once its server is known
   * @param source where it was read
   */
  public record NotedFact(Optional<String> server, Function<String, Fact> of, Source source) {}

  /**
   * An error.
   *
   * @param error what was read; the server that reported it may be missing
   * @param source where it was read
   */
  public record NotedError(ReportedError error, Source source) {}

  /**
   * The server a file says it is of.
   *
   * @param name its name
   * @param role its role, where the file tells that too
   * @param source where it says so
   */
  public record NotedHost(String name, Optional<ServerRole> role, Source source) {}

  private final Messages messages;
  private final KnownNames names;
  private final List<NotedFact> facts = new ArrayList<>();
  private final List<NotedError> errors = new ArrayList<>();
  private final List<NotedHost> hosts = new ArrayList<>();
  private final List<FactKind> collected = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  /** Makes notes in which what may be a secret is taken for one. */
  public Notes() {
    this(Messages.NONE, NamesReader.SHIPPED);
  }

  /**
   * Makes notes.
   *
   * @param messages tells what is no secret
   * @param names what names in it stand for
   */
  public Notes(Messages messages, KnownNames names) {
    this.messages = messages;
    this.names = names;
  }

  /** Returns what names in native output stand for. */
  public KnownNames names() {
    return names;
  }

  /** Notes the server that the file as a whole is of. */
  public void host(String name, Source source) {
    host(new NotedHost(name, Optional.empty(), source));
  }

  /** Notes the server that the file as a whole is of, and what it is. */
  public void host(String name, ServerRole role, Source source) {
    host(new NotedHost(name, Optional.of(role), source));
  }

  /** Notes the server that the file as a whole is of. */
  public void host(NotedHost host) {
    hosts.add(new NotedHost(withoutSecrets(host.name()), host.role(), host.source()));
  }

  /**
   * Notes a fact of the file's server.
   *
   * @param of makes the fact, once its server is known
   */
  public void fact(Source source, Function<String, Fact> of) {
    fact(Optional.empty(), source, of);
  }

  /** Notes a fact of a server that stands beside it, or of the file's where none does. */
  public void fact(Optional<String> server, Source source, Function<String, Fact> of) {
    facts.add(
        new NotedFact(
            server.map(this::withoutSecrets),
            of.andThen(fact -> (Fact) RecordSecrets.removedFrom((Record) fact, messages)),
            source));
  }

  private String withoutSecrets(String name) {
    return Secrets.removedFromMessage(name, messages).text();
  }

  /** Notes that the file lists all there is of a kind: what is missing is absent. */
  public void collected(FactKind kind) {
    collected.add(kind);
  }

  /** Notes an error, without what is secret in its texts. */
  public void error(Source source, ReportedError error) {
    ReportedError clean = RecordSecrets.removedFrom(error, messages);
    if (!clean.equals(error)) {
      secret(source, "something secret in the message", 1);
    }
    ReportedError named = clean.withoutOddNames();
    if (!named.equals(clean)) {
      unread(source, "a name with a control character in it, or one longer than names are");
    }
    errors.add(new NotedError(named, source));
  }

  /** Returns a file without what is secret in it, and notes what was left out. */
  public TextFile withoutSecrets(TextFile file) {
    // PowerShell 5.1 that appends without -Encoding puts UTF-16 into a file of another encoding
    Secrets.Cleaned cleaned = Secrets.removedFrom(file.text().replace("\0", ""), messages);
    CountedRemarks counted = new CountedRemarks();
    cleaned
        .removals()
        .forEach(removal -> counted.secret(file.line(removal.line()), removal.what()));
    counted.into(this);
    return new TextFile(file.name(), cleaned.text());
  }

  /** Notes a time at which something was seen to be so: the newest of all is now. */
  public void seenAt(Instant time) {
    times.add(time);
  }

  /** Notes something that could not be read, and why. */
  public void unread(Source source, String why) {
    remarks.add(new Remark(Remark.Kind.UNREAD, source, why));
  }

  /** Notes something that was read and says nothing that is a fact. */
  public void unused(Source source, String what) {
    remarks.add(new Remark(Remark.Kind.UNUSED, source, what));
  }

  /** Notes that something secret was left out, and how often. */
  public void secret(Source source, String what, int count) {
    remarks.add(Remark.secret(source, what, count));
  }

  /** Takes over what was noted of the same file before it was read. */
  public void remarksOf(Notes other) {
    remarks.addAll(other.remarks);
  }

  /** Returns the facts. */
  public List<NotedFact> facts() {
    return List.copyOf(facts);
  }

  /** Returns the errors. */
  public List<NotedError> errors() {
    return List.copyOf(errors);
  }

  /** Returns the servers that the file says it is of: none, one or, by mistake, several. */
  public List<NotedHost> hosts() {
    return List.copyOf(hosts);
  }

  /** Returns the kinds of which the file lists all there is. */
  public List<FactKind> collected() {
    return List.copyOf(collected);
  }

  /** Returns the times at which something was seen to be so. */
  public List<Instant> times() {
    return List.copyOf(times);
  }

  /** Returns what could not be read or says nothing that is a fact. */
  public List<Remark> remarks() {
    return List.copyOf(remarks);
  }
}
