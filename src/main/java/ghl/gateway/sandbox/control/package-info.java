/**
 * The control API {@code /sandbox/_control}, for what the vendor's API cannot do. Creates locations, tokens and
 * records, adds faults, and reports counters. Needs no token. An unknown field is refused by name.
 *
 * <pre>
 * POST   locations                    a location's settings, optionally its id; answers with its token
 * GET    locations/{id}               its settings
 * PATCH  locations/{id}               some of its settings, outage, dayRemaining
 * POST   locations/{id}/contacts      a contact with any field, also read-only ones
 * POST   locations/{id}/appointments  an appointment of a contact
 * POST   tokens                       {token, locationIds, scopes}
 * GET    oauth                        settings of the OAuth server: clientId, clientSecret, accessTokenSeconds, graceMs,
 *                                     withheldScopes, locationRefreshTokens
 * PATCH  oauth                        some of them
 * GET    oauth/counters?installation= counters of the token endpoint (location/ID or company/ID; without it: all)
 * POST   oauth/expire                 {installation}: its access tokens end now
 * POST   oauth/uninstall              {installation}: answers with the vendor's event
 * POST   reset                        everything, or {locationId}
 * POST   faults                       {locationId, operation, times} and the fault
 * GET    faults                       pending faults
 * DELETE faults?locationId=           removes them
 * GET    counters?locationId=         counters of a location
 * </pre>
 */
package ghl.gateway.sandbox.control;
