package dev.mabsplan.engine.cli.serve;

import dev.mabsplan.engine.Planner;
import dev.mabsplan.engine.pack.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked, and who answers. */
final class Routes {

  /**
   * A route.
   *
   * @param method the method
   * @param path the path, or where it ends in a slash and is not that alone, what it begins with
   * @param open whether it says nothing that a token is needed for
   * @param answer who answers
   */
  record Route(String method, String path, boolean open, Function<Request, Answer> answer) {

    boolean leadsTo(String asked) {
      boolean begins = path.length() > 1 && path.endsWith("/");
      return begins ? asked.startsWith(path) : asked.equals(path);
    }
  }

  private final List<Route> routes;

  Routes(Planner planner, Language language) {
    Interface forPrograms = new Interface(planner, language);
    LivePage page = new LivePage(planner, language);
    routes =
        List.of(
            new Route("GET", "/", true, page::shell),
            new Route("POST", "/page/plan", false, page::plan),
            new Route("POST", "/page/read", false, page::read),
            new Route("GET", "/healthz", true, request -> forPrograms.health()),
            new Route("GET", "/openapi.json", true, request -> forPrograms.description()),
            new Route("POST", "/api/v1/plan", false, forPrograms::plan),
            new Route("POST", "/api/v1/next", false, forPrograms::next),
            new Route("POST", "/api/v1/questions", false, forPrograms::questions),
            new Route("POST", "/api/v1/why-not", false, forPrograms::whyNot),
            new Route("GET", Interface.RULES, false, forPrograms::rule));
  }

  Route find(String method, String path) {
    List<Route> there = routes.stream().filter(route -> route.leadsTo(path)).toList();
    if (there.isEmpty()) {
      throw new Refused(404, "Not there", "GET /openapi.json says what is");
    }
    Optional<Route> found =
        there.stream()
            .filter(route -> route.method().equals(method.equals("HEAD") ? "GET" : method))
            .findFirst();
    return found.orElseThrow(
        () ->
            new Refused(
                405,
                "Not so",
                "only " + there.get(0).method() + " leads to " + there.get(0).path()));
  }
}
