/**
 * {@code /sandbox/_control}: what the vendor's API cannot do. Makes locations, tokens and records, breaks things on
 * purpose, and tells what was seen. No token is asked for; a key that is not known is refused by name.
 *
 * <pre>
 * POST   locations                    settings of a location, and an id if one likes; answers with its token
 * GET    locations/{id}               its settings
 * PATCH  locations/{id}               some of its settings, outage, dayRemaining
 * POST   locations/{id}/contacts      a contact with any field, also those that the API does not write
 * POST   locations/{id}/appointments  an appointment of a contact
 * POST   tokens                       {token, locationIds, scopes}
 * GET    oauth                        settings of the OAuth server: clientId, clientSecret, accessTokenSeconds, graceMs,
 *                                     withheldScopes, locationRefreshTokens
 * PATCH  oauth                        some of them
 * GET    oauth/counters?installation= what the token endpoint has seen (location/ID or company/ID; all without it)
 * POST   oauth/expire                 {installation}: its access tokens end now
 * POST   oauth/uninstall              {installation}: answers with the event that the vendor would send
 * POST   reset                        everything, or {locationId}
 * POST   faults                       {locationId, operation, times} and what is to go wrong
 * GET    faults                       those that are still to happen
 * DELETE faults?locationId=           forgets them
 * GET    counters?locationId=         what a location has seen
 * </pre>
 */
package ghl.gateway.sandbox.control;
