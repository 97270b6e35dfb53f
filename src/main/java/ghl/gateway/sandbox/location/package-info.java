/**
 * What the locations API tells about a location itself: settings, custom fields, tags. Source: the vendor's Locations
 * API.
 */
package ghl.gateway.sandbox.location;
