package ghl.gateway.storage.sealing;

/** Decides whether a generated master key may be stored beside the data: only when the CRM has no personal data. */
public interface KeyBesideData {

    boolean isAllowed();
}
