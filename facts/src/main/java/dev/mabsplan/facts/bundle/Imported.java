package dev.mabsplan.facts.bundle;

import dev.mabsplan.facts.Facts;
import dev.mabsplan.facts.windows.Remark;
import java.util.List;

/**
 * What was read of what somebody handed over.
 *
 * @param facts the facts
 * @param remarks what could not be read or says nothing, and what else a person should know, by
 *     file and line
 * @param files how many files there were
 */
public record Imported(Facts facts, List<Remark> remarks, int files) {

  public Imported {
    remarks = List.copyOf(remarks);
  }
}
