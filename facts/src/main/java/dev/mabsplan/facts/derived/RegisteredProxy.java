package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.RegistryValue;
import dev.mabsplan.facts.SystemProxy;
import java.util.List;
import java.util.Optional;

/** What the registry says of the proxy of the SYSTEM account is what the account does. */
final class RegisteredProxy implements Conclusion {

  /** Two names of one hive. */
  private static final List<String> KEYS =
      List.of(
          "HKU\\S-1-5-18\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings",
          "HKU\\.DEFAULT\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings");

  @Override
  public Optional<SystemProxy> from(Fact fact, Given given) {
    if (!(fact instanceof RegistryValue value)) {
      return Optional.empty();
    }
    if (is(value, "ProxyEnable")) {
      return enabled(value).map(SystemProxy.of(value.server())::withEnabled);
    }
    return is(value, "ProxyServer")
        ? address(value).map(SystemProxy.of(value.server())::withAddress)
        : Optional.empty();
  }

  private static boolean is(RegistryValue value, String name) {
    return value.name().equalsIgnoreCase(name)
        && KEYS.stream().anyMatch(value.key()::equalsIgnoreCase);
  }

  private static Optional<Boolean> enabled(RegistryValue value) {
    if (!value.present()) {
      // what Windows does where nothing says that there is a proxy
      return Optional.of(false);
    }
    return Optional.ofNullable(value.data())
        .filter(List.of("0", "1")::contains)
        .map(data -> data.equals("1"));
  }

  /** Who logs in to a proxy stands before an at sign, and is nobody's to repeat. */
  private static Optional<String> address(RegistryValue value) {
    return Optional.ofNullable(value.data())
        .map(String::strip)
        .filter(data -> !data.isEmpty() && data.indexOf('@') < 0);
  }
}
