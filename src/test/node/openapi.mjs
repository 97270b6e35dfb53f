// The gateway's client against the vendor's own documents: Prism judges every call between gateway and sandbox.
// usage: VENDOR_OPENAPI=<folder> node openapi.mjs <sandbox> <gateway> <port of the front> <operation>...
import { excuses, excuseFor } from './openapi/excuses.mjs';
import { startFront } from './openapi/front.mjs';
import { gatewayAt } from './openapi/gateway.mjs';
import { sandboxAt } from './openapi/sandbox.mjs';
import { storyOf } from './openapi/story.mjs';
import { tell } from './steps.mjs';

const [crm, gateway, port, ...wanted] = process.argv.slice(2);

const sandbox = sandboxAt(crm);
await sandbox.prepareLocation();
const { server, seen, violations } = await startFront({ folder: process.env.VENDOR_OPENAPI, crm, port: Number(port) });
const passed = await tell(storyOf(gatewayAt(gateway), sandbox.orderFault));
server.close();
server.closeAllConnections();

const unseen = wanted.filter((name) => ![...seen.keys()].some((id) => plain(id) === plain(name)));
const ours = violations.filter((violation) => !excuseFor(violation));
const idle = excuses.filter((excuse) => !violations.some((violation) => excuseFor(violation) === excuse));

print('operations seen', [...seen].map(([id, times]) => `${id} ${times}x`));
print('excused', excuses.map((excuse) => `${excuse.name}: ${violations.filter((v) => excuseFor(v) === excuse).length}x, ${excuse.why}`));
print('operations never seen', unseen);
print('excuses that nothing needed', idle.map(({ name }) => name));
print('violations', distinct(ours.map((v) => `${v.operation} ${v.status} ${v.side} ${v.where}: ${v.message}`)));
process.exit(passed && wanted.length > 0 && [unseen, idle, ours].every(({ length }) => length === 0) ? 0 : 1);

/** The client's names are the vendor's operation ids in camel case. */
function plain(operation) {
  return operation.replaceAll('-', '').toLowerCase();
}

function distinct(lines) {
  return [...new Set(lines)].map((line) => `${line} (${lines.filter((other) => other === line).length}x)`);
}

function print(title, lines) {
  console.log(`${lines.length} ${title}`);
  lines.forEach((line) => console.log(`  ${line}`));
}
