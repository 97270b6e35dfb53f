/** A location's settings, custom fields and tags. Source: the vendor's Locations API. */
package ghl.gateway.sandbox.location;
