/** Programs that measure a running gateway. None of them is a test: a timed test fails on somebody else's machine. */
package ghl.gateway.bench;
