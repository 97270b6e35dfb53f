package ghl.gateway.access.mode;

import io.quarkus.runtime.configuration.ConfigurationException;

/** How the gateway may be reached, decided from the settings. */
public enum AccessPolicy {
    /** Without keys, from this machine. */
    OPEN,
    /**
     * Without keys, on whatever address the server listens, for a container that is reached through a port of this
     * machine: the sandbox holds nobody's data. Callers still have to use a name of this machine.
     */
    OPEN_SANDBOX,
    /** With a key or a token of the OpenID provider, from anywhere. */
    GUARDED;

    /** How the first key is made. */
    static final String FIRST_KEY =
            "java -jar quarkus-run.jar keys create --role reader --location '*' --label 'my first key'";

    /**
     * What decides.
     *
     * @param setting {@code GATEWAY_ACCESS}, null when it is not set
     * @param sandbox whether the CRM is the sandbox of this process
     * @param host the address that the server listens on
     * @param hasKeys whether there is, or was, a secret key
     * @param hasOidc whether an OpenID provider is configured
     */
    record Situation(String setting, boolean sandbox, String host, boolean hasKeys, boolean hasOidc) {}

    /** @throws ConfigurationException with one sentence that says what is wrong and how to mend it */
    static AccessPolicy decide(Situation situation) {
        String setting = situation.setting() == null ? "" : situation.setting();
        return switch (setting) {
            case "guarded" -> GUARDED;
            case "open" -> open(requireNobodyToAsk(situation));
            case "open-sandbox" -> openSandbox(requireNobodyToAsk(situation));
            case "" -> situation.hasKeys() || situation.hasOidc() ? GUARDED : open(situation);
            default ->
                throw new ConfigurationException("GATEWAY_ACCESS is '" + setting
                        + "', which is none of open, open-sandbox and guarded: set one of these, or unset it.");
        };
    }

    private static Situation requireNobodyToAsk(Situation situation) {
        if (situation.hasKeys() || situation.hasOidc()) {
            throw new ConfigurationException("GATEWAY_ACCESS=" + situation.setting() + " lets everybody in, but "
                    + (situation.hasKeys() ? "keys have been made" : "GATEWAY_OIDC_URL names an OpenID provider")
                    + " to let in only some: unset GATEWAY_ACCESS.");
        }
        return situation;
    }

    private static AccessPolicy openSandbox(Situation situation) {
        if (!situation.sandbox()) {
            throw new ConfigurationException("GATEWAY_ACCESS=open-sandbox is for the sandbox of this process, but"
                    + " HIGHLEVEL_TOKEN names another CRM: unset one of them.");
        }
        return OPEN_SANDBOX;
    }

    private static AccessPolicy open(Situation situation) {
        if (!Loopback.isHost(situation.host())) {
            throw new ConfigurationException(
                    "QUARKUS_HTTP_HOST is '" + situation.host() + "', but a gateway without keys answers this"
                            + " machine only: make a key (" + FIRST_KEY
                            + "), use 127.0.0.1, or GATEWAY_ACCESS=open-sandbox for the sandbox in a container.");
        }
        if (!situation.sandbox() && situation.setting() == null) {
            throw new ConfigurationException(
                    "HIGHLEVEL_TOKEN names a CRM and the gateway has no keys to ask for: make the first one ("
                            + FIRST_KEY + "), name an OpenID provider in GATEWAY_OIDC_URL, or set"
                            + " GATEWAY_ACCESS=open to let everybody on this machine read and write there.");
        }
        return OPEN;
    }
}
