/**
 * A stand-in of the vendor's REST API inside this process, so that everything works without an account: stateful, with
 * its limits, its lags and its quirks, and with switches to break it on purpose.
 *
 * <p>Owns {@code /sandbox}, {@code /sandbox/_control} and the file {@code sandbox.db} in the data directory. Imports
 * nothing else of the gateway, and nothing of the gateway imports it: it is reached over HTTP only, and shares no class
 * with the client, lest one mistake be made twice and tests stay green. Written from the vendor's OpenAPI documents and
 * the collected facts about the live service ("reported" in the Javadoc below).
 *
 * <p>Where those leave a thing unknown, one way was chosen:
 *
 * <ul>
 *   <li>429 carries no Retry-After; refused requests use up nothing; the day ends at midnight UTC.
 *   <li>A missing task or note is 404 ("Task not found"); the switch missingStatus makes it 400.
 *   <li>Upsert answers 200 for new and old alike; without e-mail and phone it is 422.
 *   <li>Of several contacts that match, the oldest is meant; additional e-mails and phones count as matches.
 *   <li>PUT refuses an e-mail or phone of another contact as create does, where duplicates are not allowed.
 *   <li>null and empty text clear a field (null only where the schema is nullable, empty text never for an e-mail);
 *       {@code tags: []} leaves no tag.
 *   <li>E-mails keep their case; phones become E.164, national ones by the location's country.
 *   <li>A name alone is cut into first and last name after its first word.
 *   <li>Lists and searches give names in lower case; the switch lowerCaseNames=false keeps the case.
 *   <li>Bodies of notes and tasks come back as sent; the switch htmlBodies makes HTML of them.
 *   <li>Tags are compared in lower case everywhere and have no limits of length or number.
 *   <li>Deleting a contact deletes its tasks, notes and appointments; repeated creates are not noticed.
 *   <li>The version header is looked at before the token, the token before the location.
 *   <li>After a restart, searches see the present at once, and quotas, counters and faults begin anew.
 * </ul>
 */
package ghl.gateway.sandbox;
