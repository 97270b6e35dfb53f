/** Bodies as they come: their exact bytes, and JSON, urlencoded or multipart read from them. Imports nothing of ours. */
package ghl.gateway.intake.body;
