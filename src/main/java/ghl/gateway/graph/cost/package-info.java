/**
 * What a request costs in calls to the CRM: known before the first of them, counted while they are made, told in {@code
 * extensions.highlevel} of the answer.
 */
package ghl.gateway.graph.cost;
