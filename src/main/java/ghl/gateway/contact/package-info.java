/**
 * The vocabulary: what a contact and the things around it are. The records are the GraphQL types at the same time, so
 * each field is described once, here. No I/O; imports the JDK and the GraphQL annotations only.
 *
 * <p>Words are the vendor's, so that its documentation reads alongside.
 */
package ghl.gateway.contact;
