package ghl.gateway.submission.step;

import io.smallrye.mutiny.Context;

/**
 * What a step acts on, and until when.
 *
 * @param contactId null while no step has told it
 * @param marker what makes this step's task or note recognisable
 * @param terms on which the step's calls are made ({@link ghl.gateway.highlevel.call.CallDeadline}): none leaves once somebody else
 *     may have taken over
 */
public record StepContext(String locationId, String contactId, Marker marker, Context terms) {}
