/** Where callers go on who had to wait for something that others finished. */
package ghl.gateway.highlevel.async;
