package ghl.gateway.credential;

import ghl.gateway.credential.store.Owner;

/**
 * The vendor has told that the app was uninstalled there. Fired in the transaction that forgets it, which may run again.
 */
public record OwnerUninstalled(Owner owner) {}
