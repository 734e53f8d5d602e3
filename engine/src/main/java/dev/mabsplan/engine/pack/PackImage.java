package dev.mabsplan.engine.pack;

import dev.mabsplan.engine.image.Image;
import dev.mabsplan.engine.image.ImageReader;
import dev.mabsplan.engine.image.ImageWriter;
import dev.mabsplan.engine.image.Stand;
import dev.mabsplan.engine.image.UnfitImageException;
import dev.mabsplan.facts.fault.Source;
import dev.mabsplan.facts.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A rule pack as bytes, with what a plan needs of it: neither its rules, which are compiled
 * elsewhere, nor samples, nor where its pieces stand, of which only the lint has to speak.
 */
public final class PackImage {

  private record KeysForm(Map<String, String> values) {}

  private record LinesForm(String file) {}

  private record CodesForm(
      String product,
      String page,
      String topic,
      Map<String, Map<String, String>> refined,
      Map<String, Operation> operations,
      String text,
      String file) {}

  private static final List<Stand<?, ?>> STANDS =
      List.of(
          new Stand<>(
              Keys.class,
              KeysForm.class,
              keys -> new KeysForm(keys.values()),
              form -> new Keys(form.values())),
          new Stand<>(
              Lines.class,
              LinesForm.class,
              lines -> new LinesForm(lines.file()),
              form -> nothingOf(form.file())),
          new Stand<>(
              ErrorCodes.class,
              CodesForm.class,
              codes ->
                  new CodesForm(
                      codes.product(),
                      codes.page(),
                      codes.topic(),
                      codes.refined(),
                      codes.operations(),
                      codes.text(),
                      codes.file()),
              form ->
                  new ErrorCodes(
                      form.product(),
                      form.page(),
                      form.topic(),
                      form.refined(),
                      form.operations(),
                      form.text(),
                      form.file())));

  private PackImage() {}

  /** Writes a pack. */
  public static Image write(RulePack pack) {
    ImageWriter writer = new ImageWriter(STANDS);
    writer.write(
        new RulePack(
            pack.id(),
            pack.version(),
            pack.digest(),
            pack.buildsOn(),
            pack.topics().stream().map(PackImage::planned).toList(),
            pack.dataSources(),
            pack.terms(),
            pack.operations(),
            pack.names(),
            pack.opening(),
            pack.codes(),
            spoken(pack.words()),
            pack.lines()));
    return writer.image();
  }

  private static Topic planned(Topic topic) {
    return new Topic(
        topic.name(),
        topic.pack(),
        "",
        topic.drlFile(),
        Keys.none(),
        topic.entries(),
        topic.symptoms(),
        topic.problems(),
        topic.remedies(),
        topic.probes(),
        Map.of(),
        topic.checks(),
        topic.statements(),
        topic.terms(),
        spoken(topic.words()),
        topic.lines(),
        topic.probeLines());
  }

  private static Map<Language, Words> spoken(Map<Language, Words> words) {
    Map<Language, Words> spoken = new TreeMap<>();
    words.forEach(
        (language, all) ->
            spoken.put(language, new Words(all.file(), all.sentences(), Map.of(), List.of())));
    return spoken;
  }

  private static Lines nothingOf(String file) {
    return new Lines(Node.Mapping.empty(Source.of(file)));
  }

  /**
   * Reads a pack that was found to be right when it was written.
   *
   * @throws UnfitImageException where another version wrote it, or it is damaged
   */
  public static RulePack read(Image image) {
    if (new ImageReader(image, STANDS).read() instanceof RulePack pack) {
      return pack;
    }
    throw new UnfitImageException("no rule pack");
  }
}
