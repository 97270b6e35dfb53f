/** HTML pages with a common style and security headers that block external content. Imports no other package. */
package ghl.gateway.page;
