package ghl.gateway.submission.journal;

import ghl.gateway.submission.step.Marker;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** Derives the marker of a step. It is not stored: submission id, step number and the journal's secret give it again. */
@Singleton
public class Markers {

    private final Digests digests;

    Markers(Digests digests) {
        this.digests = digests;
    }

    public Marker of(String submissionId, int step) {
        return Marker.of(digests.of("marker", (submissionId + "/" + step).getBytes(StandardCharsets.UTF_8)));
    }
}
