/**
 * Kills the packaged gateway in every way it can end, starts it again, and asks the CRM for the truth: exactly what the
 * forms asked for, each thing once, or a submission that waits for a person and says why. The CRM is the sandbox in a
 * process of its own, so that it outlives every kill; each submission has a location of its own there.
 */
package ghl.gateway.durability;
