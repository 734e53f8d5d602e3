package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.FactCited;
import dev.mabsplan.engine.rule.KnownRule;
import java.util.List;
import java.util.Optional;

/**
 * How near a rule came to firing. Conditions count in the order they are written in; what only
 * binds a variable counts for nothing, a pattern without conditions and one under {@code not} or
 * {@code exists} count as one.
 *
 * @param rule the rule
 * @param met how many conditions in a row, from the first, something meets together
 * @param conditions how many there are
 * @param unmet the first condition that nothing meets, after the type of its pattern, such as
 *     {@code Service: startType == StartType.DISABLED}; a pattern that counts as one is there whole
 * @param found what was met in its place, three facts at most: where it stands and its value,
 *     {@code unknown} where that is unknown; for {@code not} what stands in the way, for {@code
 *     exists} what is joined as it should be; none for problems, which stand nowhere
 * @param least the least that would have to be otherwise for this condition, as an address and,
 *     where one value does, {@code =} and the value; {@code …} stands for what any name does for;
 *     nothing where no single fact would do
 */
public record NearMiss(
    KnownRule rule,
    int met,
    int conditions,
    String unmet,
    List<FactCited> found,
    Optional<String> least) {

  /** Copies what was found. */
  public NearMiss {
    found = List.copyOf(found);
  }
}
