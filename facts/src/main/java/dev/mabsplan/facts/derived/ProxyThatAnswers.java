package dev.mabsplan.facts.derived;

import dev.mabsplan.facts.Fact;
import dev.mabsplan.facts.NetworkReach;
import dev.mabsplan.facts.SystemProxy;
import java.util.Optional;

/** A proxy that asked for a login on the way to Azure is one that the site lets nothing past. */
final class ProxyThatAnswers implements Conclusion {

  private static final int PROXY_WANTS_LOGIN = 407;

  @Override
  public Optional<SystemProxy> from(Fact fact, Given given) {
    return fact instanceof NetworkReach reach
            && reach.to().equalsIgnoreCase("azure")
            && reach.httpStatus() != null
            && reach.httpStatus() == PROXY_WANTS_LOGIN
        ? Optional.of(SystemProxy.of(reach.server()).withRequired(true))
        : Optional.empty();
  }
}
