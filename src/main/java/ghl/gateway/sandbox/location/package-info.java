/** What the locations API tells about a location itself: settings, custom fields, tags. Source: FACTS 5.6. */
package ghl.gateway.sandbox.location;
