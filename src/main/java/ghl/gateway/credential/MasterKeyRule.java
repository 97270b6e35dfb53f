package ghl.gateway.credential;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.sealing.KeyBesideData;
import jakarta.enterprise.context.ApplicationScoped;

/** Allows a generated master key beside the data of a sandbox, which holds no real persons. */
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
