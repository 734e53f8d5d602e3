package dev.mabsplan.engine.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be wrong, and how it is treated.
 *
 * @param id topic and name, such as {@code replica/inconsistent}
 * @param entries ids of the catalogue entries it comes from
 * @param operations what it stands in the way of; at least one
 * @param per what it is wrong with, a server or a data source, where a symptom alone tells
 * @param symptoms the symptoms that are this problem, each with the sentence that says why; empty
 *     where it goes without saying
 * @param severity how bad it is to leave it alone
 * @param treatment its remedies
 * @param retry the remedy that closes every attempt, or null for a problem that is a fact by itself
 * @param retryAlone whether the retry alone can mend it
 */
public record KnownProblem(
    String id,
    List<String> entries,
    Set<Operation> operations,
    Scope per,
    Map<String, String> symptoms,
    Severity severity,
    Treatment treatment,
    @Nullable String retry,
    boolean retryAlone) {

  /** Returns whether two problems stand in the way of the same operation. */
  public boolean sharesOperationWith(KnownProblem other) {
    return operations.stream().anyMatch(other.operations()::contains);
  }

  /** Returns whether a remedy is in its treatment or is its retry. */
  public boolean asksFor(String remedy) {
    return remedy.equals(retry) || treatment.takes().anyMatch(take -> take.remedy().equals(remedy));
  }
}
