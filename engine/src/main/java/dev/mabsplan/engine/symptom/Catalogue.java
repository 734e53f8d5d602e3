package dev.mabsplan.engine.symptom;

import dev.mabsplan.engine.pack.ErrorCode;
import dev.mabsplan.engine.pack.ErrorCodes;
import dev.mabsplan.engine.pack.Knowledge;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.symptom.text.Products;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public catalogues of errors that the packs bring: asked for a number that no rule knows, and
 * silent on every other.
 */
final class Catalogue {

  static final Catalogue NONE = new Catalogue(List.of(), Products.SHIPPED);

  private final List<ErrorCodes> all;
  private final Products products;

  private Catalogue(List<ErrorCodes> all, Products products) {
    this.all = List.copyOf(all);
    this.products = products;
  }

  static Catalogue of(Knowledge knowledge) {
    return new Catalogue(
        knowledge.packs().stream().map(RulePack::codes).flatMap(Optional::stream).toList(),
        new Products(knowledge.names()));
  }

  /**
   * Returns what a number says, or nothing.
   *
   * @param family whose number it is; null where nobody says
   * @param codes the codes of Windows beside it: they tell more of what to mend than it does
   */
  Optional<ErrorCode> find(@Nullable String family, int id, Collection<String> codes) {
    for (ErrorCodes one : all) {
      if (family == null || products.family(one.product()).equals(family)) {
        Optional<ErrorCode> found = one.find(id);
        if (found.isPresent()) {
          return found.map(code -> refined(one, code, codes));
        }
      }
    }
    return Optional.empty();
  }

  private static ErrorCode refined(ErrorCodes all, ErrorCode code, Collection<String> codes) {
    if (code.families().isEmpty()) {
      return code;
    }
    Set<String> families = new LinkedHashSet<>();
    codes.forEach(one -> all.refinedBy(one, code.area()).ifPresent(families::add));
    families.addAll(code.families());
    return code.withFamilies(new ArrayList<>(families));
  }
}
