/**
 * {@code /demo}: a real form of a real page, sent to the sandbox, and what became of it there. Works without script. May
 * import {@code form}, {@code submission}, {@code highlevel}, {@code contact} and {@code page}.
 */
package ghl.gateway.demo;
