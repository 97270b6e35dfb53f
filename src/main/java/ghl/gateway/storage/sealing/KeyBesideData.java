package ghl.gateway.storage.sealing;

/** Decides whether a generated master key may be stored beside the data: only when the CRM holds no real persons. */
public interface KeyBesideData {

    boolean isAllowed();
}
