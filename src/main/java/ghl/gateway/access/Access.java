package ghl.gateway.access;

import io.quarkus.runtime.configuration.ConfigurationException;

/** How the gateway may be reached, decided from the settings. */
enum Access {
    /** Without keys, from this machine. */
    OPEN,
    /**
     * Without keys, on whatever address the server listens, for a container that is reached through a port of this
     * machine: the sandbox holds nobody's data. Callers still have to use a name of this machine.
     */
    OPEN_SANDBOX;

    /**
     * @param setting {@code GATEWAY_ACCESS}, null when it is not set
     * @param sandbox whether the CRM is the sandbox of this process
     * @param host the address that the server listens on
     * @throws ConfigurationException with one sentence that says what is wrong and how to mend it
     */
    static Access decide(String setting, boolean sandbox, String host) {
        if ("open-sandbox".equals(setting)) {
            if (!sandbox) {
                throw new ConfigurationException("GATEWAY_ACCESS=open-sandbox is for the sandbox of this process, but"
                        + " HIGHLEVEL_TOKEN names another CRM: unset one of them.");
            }
            return OPEN_SANDBOX;
        }
        if (setting != null && !setting.equals("open")) {
            throw new ConfigurationException("GATEWAY_ACCESS is '" + setting
                    + "', which is neither open nor open-sandbox: set one of these, or unset it.");
        }
        if (!Loopback.isHost(host)) {
            throw new ConfigurationException(
                    "QUARKUS_HTTP_HOST is '" + host + "', but a gateway without keys answers this"
                            + " machine only: use 127.0.0.1, or GATEWAY_ACCESS=open-sandbox for the sandbox in a container.");
        }
        if (!sandbox && setting == null) {
            throw new ConfigurationException("HIGHLEVEL_TOKEN names a CRM and the gateway has no keys to ask for: set"
                    + " GATEWAY_ACCESS=open to let everybody on this machine read and write there.");
        }
        return OPEN;
    }
}
