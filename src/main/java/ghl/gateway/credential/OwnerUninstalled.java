package ghl.gateway.credential;

/**
 * The vendor has told that the app was uninstalled there. Fired in the transaction that forgets it, which may run again.
 */
public record OwnerUninstalled(Owner owner) {}
