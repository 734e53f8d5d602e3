package dev.mabsplan.engine.session;

import dev.mabsplan.engine.finding.FactCited;
import java.util.List;

public record NearMiss(
    KnownRule rule, int met, int conditions, String unmet, List<FactCited> found) {}
