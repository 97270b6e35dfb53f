/** Request bodies: the exact bytes received, and JSON, urlencoded or multipart parsed from them. Imports no other package. */
package ghl.gateway.intake.body;
