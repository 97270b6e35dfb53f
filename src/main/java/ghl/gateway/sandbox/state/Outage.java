package ghl.gateway.sandbox.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Behaviour of a location that is down. */
public enum Outage {
    @JsonProperty("refuse-503")
    REFUSE_503,
    /** Connections close without an answer. */
    @JsonProperty("drop")
    DROP
}
