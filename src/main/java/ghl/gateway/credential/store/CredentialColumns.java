package ghl.gateway.credential.store;

import ghl.gateway.storage.sealing.SealedColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What of the credentials is sealed. */
@ApplicationScoped
class CredentialColumns {

    @Produces
    @Singleton
    SealedColumn tokens() {
        return CredentialStore.TOKENS;
    }
}
