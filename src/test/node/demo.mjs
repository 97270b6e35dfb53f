// Browser test of the demo: filled in and sent with JavaScript off and on, in two widths, and forms from other origins.
// usage: node demo.mjs <gateway> <publishable key> <port of the key's origin> <folder for screenshots>
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { tell } from './steps.mjs';

const [gateway, key, port, screenshots] = process.argv.slice(2);
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
});
const externalRequests = [];
const pageErrors = [];

async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(data|blob):|^https?:\/\/(127\.0\.0\.1|localhost)[:/]/.test(request.url())) externalRequests.push(request.url());
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  return page;
}

async function fillIn(page, name) {
  await page.goto(`${gateway}/demo`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase().replace(/\W+/g, '.')}@example.com`);
  await page.getByLabel('Phone').fill('(212) 555-0142');
  await page.getByLabel('Bathroom').check();
  await page.getByLabel('Anything else we should know?').fill('Zwölf Quadratmeter, <b>bitte</b> {name}');
  await page.getByLabel('This is urgent').check();
  await page.waitForTimeout(2500); // longer than the form's minimumFillTime
}

async function send(page, name, picture) {
  await fillIn(page, name);
  await page.screenshot({ path: `${screenshots}/${picture}-form.png`, fullPage: true });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL(/\/demo\/[0-9a-f-]{36}$/);
  await page.getByText('Everything has arrived in the CRM.').waitFor({ timeout: 20000 });
  await page.screenshot({ path: `${screenshots}/${picture}-outcome.png`, fullPage: true });
  const text = await page.locator('main').innerText();
  for (const part of ['Create or update the contact', 'Create a task', 'Add a note', 'Add tags', name,
    'Urgent: call', 'web lead, bathroom, urgent', '<b>bitte</b> {name}']) {
    assert.ok(text.includes(part), `${part} is not in:\n${text}`);
  }
}

async function fitsItsWidth(page) {
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= width, `${content} px in ${width}`);
}

// A page on another site: a script that submits with the key, and a plain form without one.
const site = (listener) => createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<form method="post" action="${gateway}/forms/demo"><input name="name" value="Foreign">
    <input name="email" value="foreign@example.com"><input name="service" value="kitchen">
    <input name="_opened" value="1"><button>Send</button></form>`);
}).listen(listener, '127.0.0.1');
const listed = site(Number(port));
const unlisted = site(0);
await new Promise((resolve) => unlisted.once('listening', resolve));

const submitByScript = async (page, address) => {
  await page.goto(address);
  return page.evaluate(async ([to, bearer]) => {
    try {
      const answer = await fetch(`${to}/forms/demo`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
        body: JSON.stringify({
          name: 'Script', email: 'script@example.com', service: 'kitchen', _opened: String(Date.now() - 60000),
        }),
      });
      return { status: answer.status, body: await answer.json() };
    } catch (refused) {
      return { status: 0, body: String(refused) };
    }
  }, [gateway, key]);
};

const passed = await tell({
  async 'without JavaScript, on a phone, the form arrives and its outcome is shown'() {
    const page = await open({ javaScriptEnabled: false, viewport: PHONE });
    await send(page, 'Ida Off', 'phone');
    await fitsItsWidth(page);
  },
  async 'with JavaScript, on a desktop, it does the same'() {
    const page = await open({ viewport: DESKTOP });
    await send(page, 'Ben On', 'desktop');
    await fitsItsWidth(page);
  },
  async 'the demo form fits the width of a phone'() {
    const page = await open({ viewport: PHONE });
    await page.goto(`${gateway}/demo`);
    await fitsItsWidth(page);
  },
  async 'a script on a listed origin submits with the key and receives an id and QUEUED'() {
    const answer = await submitByScript(await open({}), `http://127.0.0.1:${port}/`);
    assert.equal(answer.status, 202, JSON.stringify(answer));
    assert.deepEqual(Object.keys(answer.body), ['id', 'status']);
    assert.equal(answer.body.status, 'QUEUED');
  },
  async 'a script on an unlisted origin is rejected'() {
    const answer = await submitByScript(await open({}), `http://127.0.0.1:${unlisted.address().port}/`);
    assert.ok(answer.status === 0 || answer.status === 403, JSON.stringify(answer));
  },
  async 'a plain form on an unlisted origin is rejected with a page'() {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`http://127.0.0.1:${unlisted.address().port}/`);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Your form was not sent').waitFor();
  },
  async 'no other host was contacted and no script failed'() {
    assert.deepEqual(externalRequests, []);
    assert.deepEqual(pageErrors, []);
  },
});
await browser.close();
listed.close();
unlisted.close();
process.exit(passed ? 0 : 1);
