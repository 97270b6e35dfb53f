/**
 * REST for operators under {@code /ops}. Resources call the public classes of other packages; no package imports this one.
 * Bodies are JSON, errors are {@link ghl.gateway.problem.Problem}s.
 */
package ghl.gateway.ops;
