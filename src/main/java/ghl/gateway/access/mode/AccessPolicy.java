package ghl.gateway.access.mode;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Who may reach the gateway. */
public enum AccessPolicy {
    /** No keys; this machine only. */
    OPEN("open (no keys); this machine only"),
    /**
     * No keys; any listen address, for a container whose port is published on this machine: the sandbox has no real data.
     * The {@code Host} header must still name this machine.
     */
    OPEN_SANDBOX("open (no keys); sandbox only, through a port of this machine"),
    /** A key or a token of the OpenID provider, from anywhere. */
    GUARDED("guarded; every caller needs a key or a token");

    /** Command that creates the first key. */
    static final String FIRST_KEY =
            "java -jar quarkus-run.jar keys create --role reader --location '*' --label 'my first key'";

    /**
     * Input of the decision.
     *
     * @param setting {@code GATEWAY_ACCESS}; null when not set
     * @param sandbox whether the CRM is the sandbox of this process
     * @param host address that the server listens on
     * @param hasKeys whether a secret key exists, revoked or not
     * @param hasOidc whether an OpenID provider is configured
     */
    record Situation(AccessPolicy setting, boolean sandbox, String host, boolean hasKeys, boolean hasOidc) {}

    private final String description;

    AccessPolicy(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /** @throws ConfigurationException when the settings contradict each other or would expose the CRM */
    static AccessPolicy decide(Situation situation) {
        if (situation.setting() == null) {
            return situation.hasKeys() || situation.hasOidc() ? GUARDED : open(situation);
        }
        return switch (situation.setting()) {
            case GUARDED -> GUARDED;
            case OPEN -> open(requireNoCredentials(situation));
            case OPEN_SANDBOX -> openSandbox(requireNoCredentials(situation));
        };
    }

    private static Situation requireNoCredentials(Situation situation) {
        if (situation.hasKeys() || situation.hasOidc()) {
            throw new ConfigurationException("GATEWAY_ACCESS=" + (situation.setting() == OPEN ? "open" : "open-sandbox")
                    + " would let everyone in, but "
                    + (situation.hasKeys() ? "access keys exist" : "GATEWAY_OIDC_URL names an OpenID provider")
                    + ": unset GATEWAY_ACCESS.");
        }
        return situation;
    }

    private static AccessPolicy openSandbox(Situation situation) {
        if (!situation.sandbox()) {
            throw new ConfigurationException("GATEWAY_ACCESS=open-sandbox requires the sandbox of this process, but"
                    + " the settings select another CRM: unset GATEWAY_ACCESS or the HIGHLEVEL_ settings.");
        }
        return OPEN_SANDBOX;
    }

    private static AccessPolicy open(Situation situation) {
        if (!Loopback.isHost(situation.host())) {
            throw new ConfigurationException(
                    "QUARKUS_HTTP_HOST must be an address of this machine for a gateway without keys (got \""
                            + situation.host() + "\"): use 127.0.0.1, create a key (" + FIRST_KEY
                            + "), or set GATEWAY_ACCESS=open-sandbox for the sandbox in a container.");
        }
        if (!situation.sandbox() && situation.setting() == null) {
            throw new ConfigurationException(
                    "A CRM other than the sandbox is configured, but no access key exists: create the first one ("
                            + FIRST_KEY + "), name an OpenID provider in GATEWAY_OIDC_URL, or set"
                            + " GATEWAY_ACCESS=open to let everyone on this machine read and write in that CRM.");
        }
        return OPEN;
    }
}
