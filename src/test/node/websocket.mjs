// npm graphql-ws, by the authors of the protocol graphql-transport-ws, against the gateway.
// usage: node websocket.mjs <ws address> [ticks]     with ticks, the schema has the tests' subscriptions
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { tell } from './steps.mjs';

const [url, ticks] = process.argv.slice(2);
const open = (options) => createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, ...options });
const client = open({ lazy: false, onNonLazyError: (failure) => assert.fail(failure) });

/** All results of a document, or what it failed with: errors of GraphQL, or how the socket was closed. */
async function results(document, variables) {
  const all = [];
  for await (const result of client.iterate({ query: document, variables })) all.push(result);
  return all;
}

async function refusal(document) {
  try {
    const all = await results(document);
    assert.fail(`was answered: ${JSON.stringify(all)}`);
  } catch (failure) {
    assert.ok(Array.isArray(failure), failure);
    assert.equal(failure[0].extensions.code, 'BAD_REQUEST');
    return failure[0].message;
  }
}

const everywhere = {
  async 'the client is acknowledged'() {
    await new Promise((resolve) => open({ lazy: false, on: { connected: resolve } }));
  },
  async 'a ping is answered'() {
    await new Promise((resolve) => open({ lazy: false, keepAlive: 50, on: { pong: (received) => received && resolve() } }));
  },
  async 'a query is refused'() {
    assert.match(await refusal('{ __typename }'), /POST/);
  },
  async 'a mutation is refused'() {
    assert.match(await refusal('mutation { __typename }'), /POST/);
  },
  async 'a document that does not fit the schema is refused'() {
    await refusal('subscription { thereIsNoSuchField }');
  },
};

const streaming = {
  async 'events come in order, with variables, and end'() {
    const all = await results('subscription ($span: Span!) { ticks(span: $span) { number text } }', {
      span: { count: 3, every: 'PT0.01S', label: 'a' },
    });
    assert.deepEqual(all.map(({ data }) => data.ticks), [0, 1, 2].map((number) => ({ number, text: 'named' })));
  },
  async 'two subscriptions share a socket, and one may leave'() {
    const leaving = client.iterate({ query: 'subscription { endless(characters: 9) { number } }' });
    const first = (await leaving.next()).value.data.endless.number;
    const staying = results('subscription { ticks(span: {count: 3, every: "PT0.05S"}) { number } }');
    assert.equal((await leaving.next()).value.data.endless.number, first + 1);
    await leaving.return();
    assert.equal((await staying).length, 3);
  },
  async 'a source that fails is told with its code'() {
    await assert.rejects(results('subscription { breaking { number } }'), (failure) => {
      assert.equal(failure[0].extensions.code, 'INVALID_INPUT');
      return true;
    });
  },
};

const passed = await tell({ ...everywhere, ...(ticks ? streaming : {}) });
process.exit(passed ? 0 : 1);
