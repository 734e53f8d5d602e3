package dev.mabsplan.engine.order;

import java.util.BitSet;

/**
 * One of several rival repairs, as it counts for their order.
 *
 * @param weight how likely it is the one that helps, at least 1
 * @param minutes what it takes each time it is come to: the look where a look tells whether it is
 *     needed, else the whole work
 * @param told whether a look tells; where not, only the retry does
 * @param mild whether others may be done before the retry tells which of them helped
 * @param temporary whether it is undone next, whatever came of it, so that it ends its batch
 * @param before the indices of those that come before it
 */
record Repair(
    long weight, long minutes, boolean told, boolean mild, boolean temporary, BitSet before) {}
