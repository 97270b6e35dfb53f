package ghl.gateway.credential;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.sealing.KeyBesideData;
import jakarta.enterprise.context.ApplicationScoped;

/** Allows a generated master key beside the data for a CRM on this machine: a sandbox, without personal data. */
@ApplicationScoped
class MasterKeyRule implements KeyBesideData {

    private final CrmConnection connection;

    MasterKeyRule(CrmConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean isAllowed() {
        return connection.isOnThisMachine();
    }
}
