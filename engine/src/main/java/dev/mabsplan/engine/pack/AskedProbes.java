package dev.mabsplan.engine.pack;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.KnownNames;
import dev.mabsplan.facts.input.Probe.Meaning;
import dev.mabsplan.facts.input.Probe.Said;
import dev.mabsplan.facts.input.Probes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whoever reads answers what the probes of packs say of them. */
final class AskedProbes {

  private AskedProbes() {}

  static Probes of(Collection<Probe> probes, KnownNames names) {
    List<dev.mabsplan.facts.input.Probe> asked = probes.stream().map(AskedProbes::of).toList();
    return new Probes() {
      @Override
      public Collection<dev.mabsplan.facts.input.Probe> all() {
        return asked;
      }

      @Override
      public KnownNames names() {
        return names;
      }
    };
  }

  private static dev.mabsplan.facts.input.Probe of(Probe probe) {
    return new dev.mabsplan.facts.input.Probe(
        probe.id(),
        probe.command(),
        Optional.ofNullable(probe.format()),
        meaning(probe.empty()),
        meaning(probe.missing()));
  }

  private static Meaning meaning(Map<String, String> values) {
    List<Said> facts = new ArrayList<>();
    List<FactKind> none = new ArrayList<>();
    values.forEach(
        (text, value) -> {
          FactPlace place = FactPlace.parse(text);
          if (place.component().isEmpty()) {
            none.add(place.kind());
          } else {
            facts.add(said(place, value));
          }
        });
    return new Meaning(facts, none);
  }

  private static Said said(FactPlace place, String value) {
    return (server, filled) ->
        place.named(place.keys().stream().map(filled).toList()).with(server, filled.apply(value));
  }
}
