/**
 * Crash tests of the packaged gateway: kill it in different ways, start it again, and compare the CRM with the forms. Every
 * record must be there exactly once, or the submission is parked with a reason. The CRM is the sandbox in its own process, so
 * that it survives every kill; each submission, or each group of people, has its own location there.
 */
package ghl.gateway.durability;
