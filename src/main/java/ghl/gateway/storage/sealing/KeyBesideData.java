package ghl.gateway.storage.sealing;

/** Whether the CRM holds nobody's data, so that a key may be made and kept beside what it seals. */
public interface KeyBesideData {

    boolean isEnough();
}
