/**
 * What is done from the command line, beside a running gateway or before the first: {@code java -jar quarkus-run.jar
 * COMMAND}; without a command it is the gateway itself. Commands start no server, but for {@code
 * check --submit}: they read the gateway's settings and
 * work over the faces of the packages that own what they change. Nothing imports this one.
 */
package ghl.gateway.command;
