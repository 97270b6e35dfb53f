// Asks a gateway by GraphQL.
import assert from 'node:assert/strict';

export function gatewayAt(address) {
  return async function ask(document, variables = {}) {
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data, errors } = await answer.json();
    assert.equal(errors, undefined, JSON.stringify(errors));
    return data;
  };
}
