package ghl.gateway.contact;

import java.time.ZoneId;

/**
 * A location (sub-account), reduced to what the gateway uses. Nullable components are null when the CRM omits them.
 *
 * @param timezone nullable
 * @param country two-letter code, nullable
 * @param allowDuplicateContact whether two contacts may share an email address or a phone number, nullable
 */
public record Location(String id, String name, ZoneId timezone, String country, Boolean allowDuplicateContact) {}
