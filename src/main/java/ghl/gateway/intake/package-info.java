/**
 * The HTTP way in for forms: {@code POST /forms/{form}}. Who sent it is found out first ({@code sender}: signatures; {@code
 * link}: secret addresses; publishable keys; plain pages with {@code guard}), then its answers are flattened and handed to
 * {@code form}, which maps and keeps them. Knows nothing of the CRM. May import {@code form}, {@code submission}, {@code
 * access} and {@code storage}.
 */
package ghl.gateway.intake;
