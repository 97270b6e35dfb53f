// Stands between a client and the CRM, and holds every request and answer against the vendor's documents with Prism.
import { createServer } from 'node:http';
import { createClientFromOperations } from '@stoplight/prism-http/dist/client.js';
import router from '@stoplight/prism-http/dist/router/index.js';
import { operationsOf } from './documents.mjs';

const silent = Object.fromEntries(['trace', 'debug', 'info', 'success', 'warn', 'error'].map((level) => [level, () => {}]));
const logger = { ...silent, child: () => logger };
const BETWEEN_TWO_HOPS = ['connection', 'content-length', 'content-encoding', 'keep-alive', 'transfer-encoding'];

/** @returns the server and, filled as calls pass, the operations seen and the violations found */
export async function startFront({ folder, crm, port }) {
  const judges = {
    locations: await judge(folder, 'locations-2021-07-28.json', crm),
    contacts: await judge(folder, 'contacts-2021-07-28.json', crm),
  };
  const seen = new Map();
  const violations = [];

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, crm);
    const { operations, client } = pathname.startsWith('/locations/') ? judges.locations : judges.contacts;
    const method = request.method.toLowerCase();
    const operation = operationOf(operations, method, pathname);
    try {
      const body = await bodyOf(request);
      const answer = await client.request(request.url, { method, headers: request.headers, body });
      seen.set(operation, (seen.get(operation) ?? 0) + 1);
      const call = { operation, status: answer.status };
      violations.push(...answer.violations.input.map((found) => described({ ...call, side: 'request', body }, found)));
      violations.push(...answer.violations.output.map((found) => described({ ...call, side: 'response', body: answer.data }, found)));
      reply(response, answer);
    } catch (failure) {
      violations.push(described({ operation, status: 'no answer', side: 'proxy' }, failure));
      response.writeHead(502).end();
    }
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  return { server, seen, violations };
}

async function judge(folder, name, crm) {
  const operations = await operationsOf(folder, name);
  const client = createClientFromOperations(operations, {
    isProxy: true,
    upstream: new URL(crm),
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: false,
    mock: {},
    logger,
  });
  return { operations, client };
}

/** Prism tells the violations but not the operation they belong to; its own router knows. */
function operationOf(resources, method, path) {
  const found = router.default({ resources, input: { method, url: { path } } });
  return found._tag === 'Right' ? found.right.iid : `${method} ${path}`;
}

async function bodyOf(request) {
  const text = Buffer.concat(await request.toArray()).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}

function described({ body, ...call }, { path = [], message }) {
  const value = path[0] === 'body' ? path.slice(1).reduce((part, key) => part?.[key], body) : undefined;
  return { ...call, where: path.join('.'), value, message };
}

function reply(response, { status, headers, data }) {
  const kept = Object.entries(headers).filter(([name]) => !BETWEEN_TWO_HOPS.includes(name.toLowerCase()));
  response.writeHead(status, Object.fromEntries(kept));
  response.end(typeof data === 'string' ? data : JSON.stringify(data));
}
