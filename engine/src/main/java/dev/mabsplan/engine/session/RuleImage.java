package dev.mabsplan.engine.session;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.image.ImageReader;
import dev.mabsplan.engine.image.ImageWriter;
import dev.mabsplan.engine.image.UnfitImageException;
import dev.mabsplan.engine.pack.RulePack;
import dev.mabsplan.engine.rule.RuleOutline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.drools.base.common.DroolsObjectOutputStream;
import org.kie.api.definition.KiePackage;

/**
 * The rules of packs as bytes: what they say, and what the compiler made of them.
 *
 * @param outlines what the rules of a pack say, by its id
 * @param packages what the compiler made of the rules of a topic, by its name; what all topics
 *     share stands under the empty name
 */
public record RuleImage(Map<String, Image> outlines, Map<String, Image> packages) {

  private record Outlines(List<RuleOutline> rules) {}

  /**
   * Compiles the rules of packs that were checked.
   *
   * @throws dev.mabsplan.engine.pack.InvalidPackException with everything that the compiler says is
   *     wrong with them
   */
  public static RuleImage of(Collection<RulePack> packs) {
    Collection<KiePackage> compiled = RuleBase.packages(packs);
    Map<String, Image> outlines = new TreeMap<>();
    Map<String, Image> packages = new TreeMap<>();
    List<KiePackage> shared = new ArrayList<>(compiled);
    for (RulePack pack : packs) {
      ImageWriter writer = new ImageWriter(List.of());
      writer.write(new Outlines(WrittenRules.of(List.of(pack)).outlines()));
      outlines.put(pack.id(), writer.image());
      pack.topics()
          .forEach(
              topic -> {
                List<KiePackage> own =
                    compiled.stream()
                        .filter(one -> one.getName().equals(topic.drlPackage()))
                        .toList();
                shared.removeAll(own);
                packages.put(topic.name(), image(own));
              });
    }
    packages.put("", image(shared));
    return new RuleImage(outlines, packages);
  }

  private static Image image(List<KiePackage> packages) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DroolsObjectOutputStream out = new DroolsObjectOutputStream(bytes)) {
      out.writeObject(packages.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Image.of(bytes.toByteArray());
  }

  /**
   * Returns the rules.
   *
   * @param place tells where a file of rules lies now, of where it lay when they were compiled
   * @param anew reads the packs, should what was compiled turn out to be of no use
   * @throws UnfitImageException where another version wrote them, or they are damaged
   */
  public RuleBase rules(UnaryOperator<String> place, Supplier<Collection<RulePack>> anew) {
    List<RuleOutline> all = new ArrayList<>();
    for (Image written : outlines.values()) {
      if (!(new ImageReader(written, List.of()).read() instanceof Outlines read)) {
        throw new UnfitImageException("no rules");
      }
      read.rules().forEach(rule -> all.add(rule.in(place.apply(rule.file()))));
    }
    return RuleBase.of(
        all,
        new LoadedNetwork(
            packages, all, () -> RuleBase.base(RuleBase.packages(anew.get()), RuleBase.byId(all))));
  }
}
