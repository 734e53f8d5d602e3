package dev.mabsplan.facts.gathered;

import dev.mabsplan.facts.FactKind;
import dev.mabsplan.facts.shape.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one address from left to right. */
final class AddressReader {

  private final String text;
  private int at;

  AddressReader(String text) {
    this.text = text;
  }

  Address address() {
    String root = word();
    return switch (root) {
      case Address.SERVERS -> server();
      case Address.ERRORS, Address.ATTEMPTS -> {
        if (at == text.length()) {
          yield Address.listed(root, List.of());
        }
        Address labelled = Address.listed(root, brackets());
        if (labelled.keys().get(0).isBlank()) {
          throw fault("a label between the brackets");
        }
        yield end(labelled);
      }
      default -> {
        at = 0;
        throw fault(
            "servers[…], errors[…] or attempts[…]",
            Nearest.to(root, List.of(Address.SERVERS, Address.ERRORS, Address.ATTEMPTS)));
      }
    };
  }

  private Address server() {
    int start = at;
    List<String> names = brackets();
    if (names.size() != 1) {
      at = start;
      throw fault("the name of one server between the brackets");
    }
    Address server = Address.ofServer(names.get(0));
    if (at == text.length()) {
      return server;
    }
    int afterServer = at;
    dot();
    String word = word();
    if (Address.SERVER_COMPONENTS.stream().anyMatch(word::equalsIgnoreCase)) {
      at = afterServer;
      return end(server);
    }
    FactKind kind =
        Stream.of(FactKind.values())
            .filter(known -> known.property().equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(
                () -> {
                  at = afterServer + 1;
                  List<String> known =
                      Stream.concat(
                              Stream.of(FactKind.values()).map(FactKind::property),
                              Address.SERVER_COMPONENTS.stream())
                          .toList();
                  return fault("a kind of fact", Nearest.to(word, known));
                });
    List<String> keys = at < text.length() && text.charAt(at) == '[' ? brackets() : List.of();
    if (keys.stream().anyMatch(String::isBlank)) {
      throw fault("a name between the brackets");
    }
    return end(Address.of(names.get(0), kind, keys));
  }

  private Address end(Address whole) {
    if (at == text.length()) {
      return whole;
    }
    dot();
    String component = word();
    if (at < text.length()) {
      throw fault("the end of the address");
    }
    return whole.component(component);
  }

  private void dot() {
    if (text.charAt(at) != '.') {
      throw fault("a dot or the end of the address");
    }
    at++;
  }

  private String word() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw fault("a word");
    }
    return text.substring(start, at);
  }

  private List<String> brackets() {
    if (at >= text.length() || text.charAt(at) != '[') {
      throw fault("[");
    }
    at++;
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
      if ((c == ']' || c == ',') && next == c) {
        name.append(c);
        at += 2;
      } else if (c == ']') {
        names.add(name.toString());
        at++;
        return names;
      } else if (c == ',') {
        if (next != ' ') {
          throw fault("a second comma where it belongs to a name, or a space where it ends one");
        }
        names.add(name.toString());
        name.setLength(0);
        at += 2;
      } else {
        name.append(c);
        at++;
      }
    }
    throw fault("]");
  }

  private InvalidAddressException fault(String expected) {
    return fault(expected, Optional.empty());
  }

  private InvalidAddressException fault(String expected, Optional<String> near) {
    String found = at < text.length() ? '"' + text.substring(at) + '"' : "its end";
    return new InvalidAddressException(
        "expected "
            + expected
            + Address.didYouMean(near)
            + " in the address \""
            + text
            + "\"; found "
            + found
            + " at column "
            + (at + 1),
        "expected " + expected,
        near,
        Optional.empty());
  }
}
