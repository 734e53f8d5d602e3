package dev.mabsplan.facts.input;

import dev.mabsplan.facts.fault.Remark;
import dev.mabsplan.facts.gathered.Facts;
import java.util.List;
import java.util.Set;

/**
 * What was read of what somebody handed over.
 *
 * @param facts the facts
 * @param remarks what could not be read or says nothing, and what else a person should know, by
 *     file and line
 * @param files how many files there were
 * @param folders names of the folders they lie in that may be those of servers
 */
public record Imported(Facts facts, List<Remark> remarks, int files, Set<String> folders) {

  public Imported {
    remarks = List.copyOf(remarks);
    folders = Set.copyOf(folders);
  }
}
