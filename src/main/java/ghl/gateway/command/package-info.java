/**
 * Commands beside a running gateway or before its first start: {@code java -jar quarkus-run.jar COMMAND}. Without a command
 * the process is the gateway. Commands read the gateway's settings and call the public classes of other packages; only
 * {@code check --submit} starts a server. No other package imports this one.
 */
package ghl.gateway.command;
