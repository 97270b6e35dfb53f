// A page of a listed origin and a page of another one, each reading through the gateway with its user's token.
// usage: node origin.mjs <gateway> <token> <port of the listed origin> <port of another origin>
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { tell } from './steps.mjs';

const [gateway, token, listed, foreign] = process.argv.slice(2);
const servers = [listed, foreign].map((port) =>
  createServer((request, response) => response.setHeader('Content-Type', 'text/html').end('<title>a site</title>'))
    .listen(Number(port), '127.0.0.1'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});

/** What the page's own script gets: the answer's text, or the browser's refusal. */
async function ask(port, credentials) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const told = await page.evaluate(async ([address, headers]) => {
    try {
      const answer = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ contact(id: "sbxContactAda0000001") { firstName } }' }),
      });
      return `${answer.status} ${await answer.text()}`;
    } catch (failure) {
      return `refused: ${failure.message}`;
    }
  }, [gateway, credentials]);
  await page.close();
  return told;
}

/** How a page's WebSocket ends, or what it hears first. */
async function converse(port) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const told = await page.evaluate(([address, authorization]) => new Promise((resolve) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.onopen = () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
    socket.onmessage = (message) => resolve(message.data);
    socket.onclose = (closed) => resolve(`closed ${closed.code}`);
  }), [gateway, `Bearer ${token}`]);
  await page.close();
  return told;
}

const passed = await tell({
  async 'a listed page reads with its user\'s token'() {
    assert.match(await ask(listed, { Authorization: `Bearer ${token}` }), /^200 .*"firstName":"Ada"/);
  },
  async 'a listed page without a token is told that it needs one'() {
    assert.match(await ask(listed, {}), /^401 .*UNAUTHENTICATED/);
  },
  async 'another page is refused, token or not'() {
    assert.match(await ask(foreign, { Authorization: `Bearer ${token}` }), /^refused: /);
    assert.match(await ask(foreign, {}), /^refused: /);
  },
  async 'a listed page speaks over a WebSocket with the token in its first message'() {
    assert.match(await converse(listed), /connection_ack/);
  },
  async 'another page gets no WebSocket'() {
    assert.match(await converse(foreign), /^closed 1006/);
  },
});
await browser.close();
servers.forEach((server) => server.close());
process.exit(passed ? 0 : 1);
