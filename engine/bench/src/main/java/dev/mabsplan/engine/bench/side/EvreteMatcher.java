package dev.mabsplan.engine.bench.side;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.ReportedError;
import dev.mabsplan.facts.Server;
import dev.mabsplan.facts.Service;
import dev.mabsplan.facts.ServiceState;
import dev.mabsplan.facts.Software;
import dev.mabsplan.facts.StartType;
import dev.mabsplan.facts.VaultRegistration;
import dev.mabsplan.facts.Version;
import dev.mabsplan.facts.Volume;
import dev.mabsplan.facts.VolumePurpose;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.evrete.api.Type;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete, with conditions as functions, and a stateless session a document. */
final class EvreteMatcher implements Matcher {

  private static final Version FLOOR = Version.parse("2.0.9083.0");
  private static final Version NEWEST = Version.parse("2.0.9262.0");

  private final Knowledge knowledge;

  /** Sessions of Evrete have no globals. */
  private volatile Decisions decisions = (rule, server) -> {};

  EvreteMatcher() {
    Knowledge empty = KnowledgeService.builder().withExecutor(new Here()).build().newKnowledge();
    named(empty, Server.class, Server::name);
    named(empty, Service.class, Service::server);
    named(empty, Software.class, Software::server);
    named(empty, NetworkReach.class, NetworkReach::server);
    named(empty, Volume.class, Volume::server);
    named(empty, VaultRegistration.class, VaultRegistration::server);
    named(empty, ReportedError.class, ReportedError::server);
    RuleSetBuilder<Knowledge> rules = empty.builder();
    ofSender(rules, "agent-below-service-floor", Software.class, EvreteMatcher::outdated);
    ofAny(rules, "agent-newest-known", Software.class, EvreteMatcher::newest);
    ofSender(rules, "azure-not-reachable", NetworkReach.class, EvreteMatcher::cutOff);
    ofSender(rules, "azure-behind-proxy-login", NetworkReach.class, EvreteMatcher::refused);
    ofSender(
        rules,
        "agent-service-stopped",
        Service.class,
        service -> isAgent(service) && service.state() == ServiceState.STOPPED);
    ofSender(
        rules,
        "agent-service-disabled",
        Service.class,
        service -> isAgent(service) && service.startType() == StartType.DISABLED);
    ofAny(
        rules,
        "agent-service-running",
        Service.class,
        service -> isAgent(service) && service.state() == ServiceState.RUNNING);
    ofSender(
        rules,
        "scratch-volume-nearly-full",
        Volume.class,
        volume -> volume.purposes().contains(VolumePurpose.SCRATCH) && volume.freeBelow(5));
    ofAny(
        rules,
        "scratch-volume-has-room",
        Volume.class,
        volume -> volume.purposes().contains(VolumePurpose.SCRATCH) && volume.freeAtLeast(10));
    ofSender(
        rules, "registered-with-other-vault", VaultRegistration.class, EvreteMatcher::elsewhere);
    ofAny(
        rules,
        "nothing-to-keep-in-other-vault",
        VaultRegistration.class,
        vault -> elsewhere(vault) && Boolean.FALSE.equals(vault.recoveryPoints()));
    LhsBuilder<Knowledge> failing =
        rules.newRule("vss-disabled").forEach("$e", ReportedError.class, "$f", Service.class);
    where(failing, "$e", ReportedError.class, error -> Integer.valueOf(3106).equals(error.id()));
    where(
        failing,
        "$f",
        Service.class,
        service -> service.name().equals("VSS") && service.startType() == StartType.DISABLED);
    joined(failing, "$e", "vss-disabled");
    knowledge = rules.build();
  }

  private static <T> void named(Knowledge knowledge, Class<T> kind, Function<T, ?> server) {
    Type<T> type = knowledge.getTypeResolver().declare(kind);
    type.declareField("at", String.class, fact -> (String) server.apply(fact));
  }

  private static boolean isAgent(Service service) {
    return service.name().equals("obengine");
  }

  private static boolean outdated(Software software) {
    Version version = software.version();
    return software.product().equals("mars") && version != null && version.compareTo(FLOOR) < 0;
  }

  private static boolean newest(Software software) {
    Version version = software.version();
    return software.product().equals("mars") && version != null && version.compareTo(NEWEST) >= 0;
  }

  private static boolean cutOff(NetworkReach reach) {
    return reach.to().equals("azure") && Boolean.FALSE.equals(reach.reachable());
  }

  private static boolean refused(NetworkReach reach) {
    return reach.to().equals("azure") && Integer.valueOf(407).equals(reach.httpStatus());
  }

  private static boolean elsewhere(VaultRegistration vault) {
    String now = vault.vault();
    return now != null && vault.targetVault() != null && !now.equals(vault.targetVault());
  }

  private <T> void ofAny(
      RuleSetBuilder<Knowledge> rules, String rule, Class<T> kind, Predicate<T> holds) {
    LhsBuilder<Knowledge> conditions = rules.newRule(rule).forEach("$f", kind);
    where(conditions, "$f", kind, holds);
    conditions.execute(context -> decide(rule, context));
  }

  private <T> void ofSender(
      RuleSetBuilder<Knowledge> rules, String rule, Class<T> kind, Predicate<T> holds) {
    LhsBuilder<Knowledge> conditions = rules.newRule(rule).forEach("$s", Server.class, "$f", kind);
    where(conditions, "$s", Server.class, Server::sendsToAzure);
    where(conditions, "$f", kind, holds);
    joined(conditions, "$s", rule);
  }

  private static <T> void where(
      LhsBuilder<Knowledge> conditions, String name, Class<T> kind, Predicate<T> holds) {
    conditions.where((Object[] values) -> holds.test(kind.cast(values[0])), name);
  }

  private void joined(LhsBuilder<Knowledge> conditions, String first, String rule) {
    conditions.where((Object[] values) -> values[0].equals(values[1]), first + ".at", "$f.at");
    conditions.execute(context -> decide(rule, context));
  }

  private void decide(String rule, RhsContext context) {
    Object fact = context.getObject("$f");
    decisions.decide(rule, serverOf(fact));
  }

  private static String serverOf(Object fact) {
    return ((Fact) fact).server();
  }

  @Override
  public void match(List<Object> facts, Decisions to) {
    decisions = to;
    StatelessSession session = knowledge.newStatelessSession();
    facts.forEach(session::insert);
    session.fire();
  }

  /** Runs what it is given at once: threads of their own cost more than ten facts take. */
  private static final class Here extends AbstractExecutorService {

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }
}
