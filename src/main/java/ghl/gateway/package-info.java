/** The gateway; each package below owns one thing and says so in its own package-info. */
package ghl.gateway;
