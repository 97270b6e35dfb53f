/**
 * What operators do, as REST under {@code /ops}: only over the services' own faces, and nothing imports it. Bodies and
 * answers are JSON; what is wrong is told in the shape of GraphQL's errors.
 */
package ghl.gateway.ops;
