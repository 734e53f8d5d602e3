package dev.mabsplan.facts;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An error that was reported, as fields or as the text a person copied. At least one of {@code id},
 * {@code code}, {@code name}, {@code message}, {@code operation} and {@code text} is known.
 *
 * @param id number of the error or alert in its product's catalogue, such as 3106
 * @param code a code that is no catalogue number, such as {@code 0x80070005}
 * @param name symbolic name, such as {@code CBPSourceSnapshotFailedReplicaInconsistent}
 * @param message the message, whole or cut off
 * @param operation what was being done, in the product's words
 * @param product whose number {@code id} is: {@code dpm}, {@code mars}, {@code setup} or a Windows
 *     event provider
 * @param reportedBy the backup server that reported it
 * @param server the server that is affected
 * @param dataSource the data source that is affected
 * @param text everything a person copied: hard-wrapped, cut off, with Markdown residue
 * @param occurredAt when it occurred, or occurred last
 * @param count how often it occurred, 1 or more; null where unknown
 * @param firstOccurredAt when it occurred first; null where that is {@code occurredAt} or unknown
 * @param is the problem that it is, as topic and name, where a person has settled it
 */
public record ReportedError(
    @Range @Nullable Integer id,
    @Reveals(Reveals.What.NOBODY) @Nullable String code,
    @Reveals(Reveals.What.NOBODY) @Nullable String name,
    @Nullable String message,
    @Nullable String operation,
    @Reveals(Reveals.What.NOBODY) @Nullable String product,
    @Reveals(Reveals.What.SERVER) @Nullable String reportedBy,
    @Nullable String server,
    @Nullable String dataSource,
    @Nullable String text,
    @Nullable Instant occurredAt,
    @Range(min = 1) @Nullable Integer count,
    @Nullable Instant firstOccurredAt,
    @Nullable String is) {

  private static final int LONGEST_DATA_SOURCE = 1_000;

  /** The agent for Azure, and the providers of its events. */
  private static final Set<String> OF_AGENT = Set.of("mars", "cloudbackup", "obengine");

  /** Makes an error of which nobody says how often it occurred. */
  public ReportedError(
      @Nullable Integer id,
      @Nullable String code,
      @Nullable String name,
      @Nullable String message,
      @Nullable String operation,
      @Nullable String product,
      @Nullable String reportedBy,
      @Nullable String server,
      @Nullable String dataSource,
      @Nullable String text,
      @Nullable Instant occurredAt) {
    this(
        id,
        code,
        name,
        message,
        operation,
        product,
        reportedBy,
        server,
        dataSource,
        text,
        occurredAt,
        null,
        null,
        null);
  }

  /** Errors are keys of much, and these tell nearly all apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * Objects.hashCode(id) + Objects.hashCode(message)) + Objects.hashCode(text);
  }

  /**
   * Returns whether the product that it is of is the agent for Azure, which is on backup servers
   * and on servers that have nothing but it.
   */
  public boolean ofAgentAlone() {
    return product != null && OF_AGENT.contains(product.strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the error that a person copied from a console, log or ticket. */
  public static ReportedError ofText(String text) {
    return new ReportedError(null, null, null, null, null, null, null, null, null, text, null);
  }

  /** Returns the error with a number of the product's catalogue. */
  public static ReportedError ofId(int id) {
    return new ReportedError(id, null, null, null, null, null, null, null, null, null, null);
  }

  /** Returns this error with the server it affects known. */
  public ReportedError withServer(String server) {
    return about(reportedBy, server, dataSource);
  }

  /** Returns this error with the backup server that reported it known. */
  public ReportedError withReportedBy(String reportedBy) {
    return about(reportedBy, server, dataSource);
  }

  /** Returns this error with the problem that a person says it is, as topic and name. */
  public ReportedError withIs(String problem) {
    return with(
        message, reportedBy, server, dataSource, text, occurredAt, count, firstOccurredAt, problem);
  }

  /** Returns this error with the data source it affects known. */
  public ReportedError withDataSource(String dataSource) {
    return about(reportedBy, server, dataSource);
  }

  /** Returns this error without what can be no name: no line has two, and no server 300 letters. */
  public ReportedError withoutOddNames() {
    return about(
        isOdd(reportedBy, Server.LONGEST_NAME) ? null : reportedBy,
        isOdd(server, Server.LONGEST_NAME) ? null : server,
        isOdd(dataSource, LONGEST_DATA_SOURCE) ? null : dataSource);
  }

  private static boolean isOdd(@Nullable String name, int longest) {
    return name != null
        && (name.length() > longest || name.chars().anyMatch(Character::isISOControl));
  }

  private ReportedError about(
      @Nullable String reporter, @Nullable String affected, @Nullable String source) {
    return with(message, reporter, affected, source, text, occurredAt, count, firstOccurredAt, is);
  }

  /** Returns this error with its message and its text as they become, where they are known. */
  public ReportedError withTexts(UnaryOperator<String> become) {
    return with(
        message == null ? null : become.apply(message),
        reportedBy,
        server,
        dataSource,
        text == null ? null : become.apply(text),
        occurredAt,
        count,
        firstOccurredAt,
        is);
  }

  /**
   * Returns this error with how often and when it occurred.
   *
   * @param count how often, 1 or more; null where unknown
   * @param first when it occurred first; null where unknown
   * @param last when it occurred last; null where unknown
   */
  public ReportedError withOccurrences(
      @Nullable Integer count, @Nullable Instant first, @Nullable Instant last) {
    return with(message, reportedBy, server, dataSource, text, last, count, first, is);
  }

  /** Returns this error with what may become known of one later. */
  private ReportedError with(
      @Nullable String message,
      @Nullable String reportedBy,
      @Nullable String server,
      @Nullable String dataSource,
      @Nullable String text,
      @Nullable Instant occurredAt,
      @Nullable Integer count,
      @Nullable Instant firstOccurredAt,
      @Nullable String is) {
    return new ReportedError(
        id,
        code,
        name,
        message,
        operation,
        product,
        reportedBy,
        server,
        dataSource,
        text,
        occurredAt,
        count,
        firstOccurredAt,
        is);
  }

  /** Returns this error without count and times: errors that are equal so are one repeated. */
  public ReportedError withoutOccurrences() {
    return withOccurrences(null, null, null);
  }

  /**
   * Returns one error for this and a repeat of it: counts added, an unknown one as 1, the earliest
   * time as the first, the latest as the last. A repeat that says neither how often nor when is a
   * copy and adds nothing.
   *
   * @param repeat an error that differs in nothing but how often and when it occurred
   * @throws IllegalArgumentException where it differs in more
   */
  public ReportedError with(ReportedError repeat) {
    ReportedError bare = withoutOccurrences();
    if (!repeat.withoutOccurrences().equals(bare)) {
      throw new IllegalArgumentException(
          "expected a repeat of " + this + "; found " + repeat + ", which says something else");
    }
    if (repeat.equals(bare)) {
      return this;
    }
    if (equals(bare)) {
      return repeat;
    }
    long sum = (count == null ? 1L : count) + (repeat.count == null ? 1L : repeat.count);
    Instant first = lesser(earliest(), repeat.earliest());
    Instant last = greater(latest(), repeat.latest());
    return withOccurrences((int) Math.min(Integer.MAX_VALUE, sum), first, last)
        .withoutNeedlessFirst();
  }

  /** Returns this error without a first time that is its last. */
  public ReportedError withoutNeedlessFirst() {
    return firstOccurredAt != null && firstOccurredAt.equals(occurredAt)
        ? withOccurrences(count, null, occurredAt)
        : this;
  }

  /** Returns the earliest time at which it is known to have occurred, or null. */
  public @Nullable Instant earliest() {
    return firstOccurredAt == null ? occurredAt : firstOccurredAt;
  }

  /** Returns the latest time at which it is known to have occurred, or null. */
  public @Nullable Instant latest() {
    return occurredAt == null ? firstOccurredAt : occurredAt;
  }

  private static @Nullable Instant lesser(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private static @Nullable Instant greater(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
