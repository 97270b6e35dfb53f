package ghl.gateway.durability;

import java.util.List;

/**
 * The outcome of one submission.
 *
 * @param part row of the report table
 * @param story what was done to it, with the seed to repeat it
 * @param deviations empty if the outcome is as expected
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
