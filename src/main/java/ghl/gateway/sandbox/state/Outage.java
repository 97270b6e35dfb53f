package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a location that is down behaves. */
public enum Outage {
    @JsonProperty("refuse-503")
    REFUSE_503,
    /** Connections close without an answer. */
    @JsonProperty("drop")
    DROP
}
