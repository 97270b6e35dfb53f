package ghl.gateway.credential;

import ghl.gateway.credential.store.Owner;
import java.util.List;

/** An install has brought tokens of these. Fired in the transaction that keeps them, which may run again. */
public record OwnersConnected(List<Owner> owners) {}
