package ghl.gateway.durability;

import java.util.List;

/**
 * What became of one submission.
 *
 * @param part of the proof that it belongs to, as the table names it
 * @param story what was done to it, with the seed that does it again
 * @param deviations empty when all is well
 */
record Outcome(String part, String story, boolean parked, List<String> deviations) {

    boolean isWell() {
        return deviations.isEmpty();
    }

    @Override
    public String toString() {
        return story + "\n    " + String.join("\n    ", deviations);
    }
}
