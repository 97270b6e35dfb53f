/**
 * The vendor's JSON as it is, slips and all. {@link ghl.gateway.highlevel.wire.WireMapper} turns answers into contact
 * records and {@link ghl.gateway.highlevel.wire.RequestBodies} turns drafts into requests; nobody else reads or writes
 * JSON of the vendor.
 *
 * <p>Reading is lenient: fields that nobody knows are ignored, a missing one is null, one of an unexpected kind is null
 * too. What carries the rest, such as the list of tasks in an answer about tasks, must have its shape.
 */
package ghl.gateway.highlevel.wire;
