// GraphQL over HTTP: every audit of npm graphql-http must be ok; a warning or a notice fails as well.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
const results = await Promise.all(serverAudits({ url }).map((audit) => audit.fn()));
const failed = results.filter((result) => result.status !== 'ok');
for (const { id, name, status, reason } of failed) {
  console.log(`${status} ${id} ${name}: ${reason}`);
}
console.log(`${results.length - failed.length} of ${results.length} audits ok`);
process.exit(failed.length === 0 && results.length > 0 ? 0 : 1);
