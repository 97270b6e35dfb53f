/**
 * Who may call. Today there is one answer: everybody on this machine, and nobody else ({@code open}). May import {@code
 * highlevel}, to ask which CRM stands behind.
 */
package ghl.gateway.access;
