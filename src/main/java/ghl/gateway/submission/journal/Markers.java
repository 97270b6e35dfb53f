package ghl.gateway.submission.journal;

import ghl.gateway.submission.step.Marker;
import java.nio.charset.StandardCharsets;

/** Makes the marker of each creating step. It is never kept: submission, step and the journal's key give it again. */
public final class Markers {

    private final Digests digests;

    Markers(Digests digests) {
        this.digests = digests;
    }

    public Marker of(String submissionId, int step) {
        return Marker.of(digests.of("marker", (submissionId + "/" + step).getBytes(StandardCharsets.UTF_8)));
    }
}
