/**
 * Which CRM the gateway talks to, with which limits, and which locations it serves. A wrong or ambiguous setting stops
 * the start with a sentence that names it. Imports only {@code contact}.
 */
package ghl.gateway.highlevel.settings;
