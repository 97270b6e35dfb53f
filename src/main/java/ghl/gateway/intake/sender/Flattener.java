package ghl.gateway.intake.sender;

import ghl.gateway.intake.body.Posted;

/** Takes the answers out of what a sender posts. */
@FunctionalInterface
public interface Flattener {

    /** @throws ghl.gateway.intake.body.MalformedBodyException when it is not what this sender posts */
    Flattened flatten(Posted posted);
}
