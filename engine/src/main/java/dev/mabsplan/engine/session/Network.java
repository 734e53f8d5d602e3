package dev.mabsplan.engine.session;

import java.util.Collection;
import org.kie.api.KieBase;

/** The rules as sessions run them: all of them, or as many as can say something. */
interface Network {

  /** Returns a base with every rule that can fire on what is known, and perhaps others. */
  KieBase reaching(Collection<?> known);

  /** Returns how many sessions are open. */
  int openSessions();

  /** Returns a network of which every part is there from the beginning. */
  static Network whole(KieBase rules) {
    return new Network() {
      @Override
      public KieBase reaching(Collection<?> known) {
        return rules;
      }

      @Override
      public int openSessions() {
        return rules.getKieSessions().size();
      }
    };
  }
}
