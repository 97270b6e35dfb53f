package ghl.gateway.submission.step;

import io.smallrye.mutiny.Context;

/**
 * Context of a step's calls.
 *
 * @param contactId null until a step has determined it
 * @param marker identifies the task or note that this step creates
 * @param deadline of the step's calls ({@link ghl.gateway.highlevel.call.CallDeadline}): none is sent so late that it could
 *     overlap with a worker that takes over
 */
public record StepContext(String locationId, String contactId, Marker marker, Context deadline) {}
