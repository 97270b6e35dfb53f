package ghl.gateway.ops;

import ghl.gateway.credential.OwnerUninstalled;
import ghl.gateway.credential.OwnersConnected;
import ghl.gateway.credential.store.Owner;
import ghl.gateway.submission.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Writes down what installs have connected, and what was forgotten because the vendor told of an uninstall. Who let an
 * install begin is in the rows of the invitations.
 */
@ApplicationScoped
class ConnectionAudit {

    private static final String ACTOR = "install";
    private static final String VENDOR = "vendor";

    private final Audit audit;

    ConnectionAudit(Audit audit) {
        this.audit = audit;
    }

    void connected(@Observes OwnersConnected connected) {
        for (Owner owner : connected.owners()) {
            audit.add(ACTOR, "connect", owner.toString());
        }
    }

    void uninstalled(@Observes OwnerUninstalled uninstalled) {
        audit.add(VENDOR, "forget", uninstalled.owner().toString());
    }
}
