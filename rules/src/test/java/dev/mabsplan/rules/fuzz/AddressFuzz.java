package dev.mabsplan.rules.fuzz;

import dev.mabsplan.facts.gathered.Address;

/** The address of a fact, which reads back as it is written. */
public final class AddressFuzz {

  private AddressFuzz() {}

  /** Reads one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Expect.text(input);
    Address address;
    try {
      address = Address.parse(text);
    } catch (IllegalArgumentException refused) {
      return;
    }
    Address again = Address.parse(address.toString());
    Expect.equal(address, again, text);
    Expect.equal(address.hashCode(), again.hashCode(), text);
  }
}
