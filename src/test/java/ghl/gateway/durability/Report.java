package ghl.gateway.durability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects outcomes from any thread and renders them as a table. */
final class Report {

    private static final String ROW = "%-44s %6s %6s %7s %11s%n";

    private final long begun = System.nanoTime();
    private final List<Outcome> outcomes = new ArrayList<>();

    synchronized void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    synchronized List<Outcome> deviating() {
        return outcomes.stream().filter(outcome -> !outcome.isWell()).toList();
    }

    synchronized int size() {
        return outcomes.size();
    }

    /** One line per part, all deviations, and the wall time. */
    @Override
    public synchronized String toString() {
        Map<String, List<Outcome>> parts = outcomes.stream()
                .collect(Collectors.groupingBy(Outcome::part, LinkedHashMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder(String.format(ROW, "part", "cases", "done", "parked", "deviations"));
        parts.forEach((part, members) -> table.append(row(part, members)));
        table.append(row("all", outcomes));
        deviating().forEach(outcome -> table.append(outcome).append('\n'));
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        return table.append("wall time ").append(taken.toSeconds()).append(" s").toString();
    }

    private static String row(String part, List<Outcome> members) {
        long parked = members.stream().filter(Outcome::parked).count();
        long deviating = members.stream().filter(outcome -> !outcome.isWell()).count();
        long done = members.stream()
                .filter(outcome -> outcome.isWell() && !outcome.parked())
                .count();
        return String.format(ROW, part, members.size(), done, parked, deviating);
    }
}
