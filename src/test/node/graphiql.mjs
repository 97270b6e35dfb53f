// GraphiQL as a newcomer meets it: the page loads without leaving this machine, and a query typed there is answered.
// usage: node graphiql.mjs <gateway> <screenshot to write>
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { tell } from './steps.mjs';

const [gateway, screenshot] = process.argv.slice(2);
const QUERY = `{
  contact(id: "sbxContactAda0000001") {
    firstName lastName tags
    tasks { title }
    notes { title body }
    appointments { title }
  }
}`;
const SEEDED = ['Ada', 'Lovell', 'newsletter', 'Call Ada back about the island', 'First visit', 'Measuring at the Lovells'];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const requests = [];
const complaints = [];
page.on('request', (request) => requests.push(request.url()));
page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.url()} ${response.status()}`));
page.on('console', (message) => message.type() === 'error' && complaints.push(`console: ${message.text()}`));
page.on('pageerror', (error) => complaints.push(`page: ${error.message}`));

const passed = await tell({
  async 'the page opens with an editor'() {
    await page.goto(`${gateway}/q/graphql-ui/`, { waitUntil: 'networkidle' });
    await page.locator('.graphiql-query-editor').waitFor();
  },
  async 'a query typed there is answered with what is seeded'() {
    await page.locator('.graphiql-query-editor').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(QUERY);
    await page.locator('.graphiql-execute-button').click();
    const result = page.locator('.result-window');
    await result.getByText(/"(data|errors)"/).first().waitFor();
    const answer = await result.innerText();
    assert.deepEqual(SEEDED.filter((text) => !answer.includes(text)), [], answer);
  },
  async 'nothing was asked of another machine'() {
    const elsewhere = requests.filter((url) => !/^(data|blob):|^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url));
    assert.deepEqual(elsewhere, []);
  },
  async 'nothing failed to load'() {
    assert.deepEqual(complaints, []);
  },
});
await page.screenshot({ path: screenshot });
await browser.close();
console.log(`${requests.length} requests, screenshot in ${screenshot}`);
process.exit(passed ? 0 : 1);
