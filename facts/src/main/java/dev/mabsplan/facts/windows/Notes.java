package dev.mabsplan.facts.windows;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.ServerRole;
import dev.mabsplan.facts.Source;
import dev.mabsplan.facts.secret.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is read from one file, before it is known whose facts they are. */
final class Notes {

  /**
   * A fact.
   *
   * @param server the server that the file says it is of; nothing where it is the file's
   * @param of makes the fact, once its server is known
   * @param source where it was read
   */
  record NotedFact(Optional<String> server, Function<String, Fact> of, Source source) {}

  /**
   * An error.
   *
   * @param error what was read; the server that reported it may be missing
   * @param source where it was read
   */
  record NotedError(ReportedError error, Source source) {}

  /**
   * The server a file says it is of.
   *
   * @param name its name
   * @param role its role, where the file tells that too
   * @param source where it says so
   */
  record NotedHost(String name, Optional<ServerRole> role, Source source) {}

  final List<NotedFact> facts = new ArrayList<>();
  final List<NotedError> errors = new ArrayList<>();
  final List<NotedHost> hosts = new ArrayList<>();
  final List<FactKind> collected = new ArrayList<>();
  final List<Remark> remarks = new ArrayList<>();
  final List<Instant> times = new ArrayList<>();

  /** Notes the server that the file as a whole is of. */
  void host(String name, Source source) {
    hosts.add(new NotedHost(name, Optional.empty(), source));
  }

  /** Notes the server that the file as a whole is of, and what it is. */
  void host(String name, ServerRole role, Source source) {
    hosts.add(new NotedHost(name, Optional.of(role), source));
  }

  /**
   * Notes a fact of the file's server.
   *
   * @param of makes the fact, once its server is known
   */
  void fact(Source source, Function<String, Fact> of) {
    facts.add(new NotedFact(Optional.empty(), of, source));
  }

  /** Notes a fact of a server that stands beside it. */
  void fact(String server, Source source, Function<String, Fact> of) {
    facts.add(new NotedFact(Optional.of(server), of, source));
  }

  /** Notes that the file lists all there is of a kind: what is missing is absent. */
  void collected(FactKind kind) {
    collected.add(kind);
  }

  /** Notes an error, without what is secret in its texts. */
  void error(Source source, ReportedError error) {
    ReportedError clean = error.withTexts(text -> Secrets.removedFromMessage(text).text());
    if (!clean.equals(error)) {
      remarks.add(Remark.secret(source, "something secret in the message", 1));
    }
    errors.add(new NotedError(clean, source));
  }

  /** Returns a file without what is secret in it, and notes what was left out. */
  TextFile withoutSecrets(TextFile file) {
    Secrets.Cleaned cleaned = Secrets.removedFrom(file.text());
    CountedRemarks counted = new CountedRemarks();
    cleaned
        .removals()
        .forEach(removal -> counted.secret(file.line(removal.line()), removal.what()));
    counted.into(this);
    return new TextFile(file.name(), cleaned.text());
  }

  /** Notes a time at which something was seen to be so: the newest of all is now. */
  void seenAt(Instant time) {
    times.add(time);
  }

  /** Notes something that could not be read, and why. */
  void unread(Source source, String why) {
    remarks.add(new Remark(Remark.Kind.UNREAD, source, why));
  }

  /** Notes something that was read and says nothing that is a fact. */
  void unused(Source source, String what) {
    remarks.add(new Remark(Remark.Kind.UNUSED, source, what));
  }
}
