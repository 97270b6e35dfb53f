package ghl.gateway.contact;

import java.time.ZoneId;

/**
 * What the gateway needs to know of a location (sub-account).
 *
 * @param timezone null when the CRM does not say
 * @param country two-letter code, null when the CRM does not say
 * @param allowDuplicateContact whether two contacts may share an e-mail or a phone; null when the CRM does not say
 */
public record Location(String id, String name, ZoneId timezone, String country, Boolean allowDuplicateContact) {}
