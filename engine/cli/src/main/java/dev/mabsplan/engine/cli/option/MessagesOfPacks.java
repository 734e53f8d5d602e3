package dev.mabsplan.engine.cli.option;

import dev.mabsplan.facts.privacy.Messages;
import org.jspecify.annotations.Nullable;

/** The messages that packs know, read only once something may be a secret: mostly nothing is. */
final class MessagesOfPacks implements Messages {

  private final PackOptions packs;
  private @Nullable Messages known;

  MessagesOfPacks(PackOptions packs) {
    this.packs = packs;
  }

  @Override
  public int endOfKnown(String text) {
    Messages read = known;
    if (read == null) {
      read = packs.contents().messages();
      known = read;
    }
    return read.endOfKnown(text);
  }
}
