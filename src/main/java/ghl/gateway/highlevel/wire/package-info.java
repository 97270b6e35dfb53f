/**
 * The vendor's JSON, including its misspellings. Only this package reads and writes it: {@code WireMapper} turns
 * answers into contact records, {@code RequestBodies} and {@code SearchBody} build requests. Imports only {@code
 * contact}.
 *
 * <p>Reading is lenient: unknown fields are ignored, and missing fields or fields of an unexpected type are null. Ids
 * and containers, such as the list of tasks in an answer about tasks, are required.
 */
package ghl.gateway.highlevel.wire;
