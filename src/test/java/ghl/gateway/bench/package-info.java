/** Benchmarks of a running gateway. They are not tests: timings depend on the machine. */
package ghl.gateway.bench;
