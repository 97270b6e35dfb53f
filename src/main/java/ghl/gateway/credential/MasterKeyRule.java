package ghl.gateway.credential;

import ghl.gateway.highlevel.settings.CrmConnection;
import ghl.gateway.storage.sealing.KeyBesideData;
import jakarta.enterprise.context.ApplicationScoped;

/** A sandbox holds nobody's data: its key may lie beside it. A real location's may not. */
@ApplicationScoped
class MasterKeyRule implements KeyBesideData {

    private final CrmConnection connection;

    MasterKeyRule(CrmConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean isEnough() {
        return connection.isOnThisMachine();
    }
}
