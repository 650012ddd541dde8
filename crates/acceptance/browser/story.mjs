// The straight path by a person's clicks: sign up, file a company's first website, review it as the
// provider, answer the phone check, approve it as the 管局, and see the number.
//
// node story.mjs: reads one JSON object from the environment variable STORY:
//   console, authority  addresses of the two servers
//   staff, password     a reviewer's sign-in
//   chromium            the browser's path
//   language            zh-CN or en
//   width               of the customer's window in pixels
//   pictures            folder for screenshots
//   company             { name, code, province, region, domain, subject: person, service: person }
// Prints the filing number on its last line; any step that does not end as it should ends the story.

import { chromium } from 'playwright-core';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const story = JSON.parse(process.env.STORY);
const { company } = story;
mkdirSync(story.pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: story.chromium,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const customer = await person(story.width);
const clerk = await person(1360);
const troubles = [];

/** A person with a browser window of their own. */
async function person(width) {
  const context = await browser.newContext({ locale: story.language, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  return page;
}

/** "Save and go on": the button without a name, but not the hidden one that only answers the Enter key. */
const NEXT = 'main form button[type=submit]:not([name]):not([aria-hidden])';

let pictures = 0;
/** Keeps what a person sees now, and holds the page to what every page must hold to. */
async function look(page, name) {
  const number = String(pictures += 1).padStart(2, '0');
  await page.screenshot({ path: path.join(story.pictures, `${number}-${name}.png`), fullPage: true });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 1) troubles.push(`${page.url()}: ${wider} px wider than the window`);
  const language = await page.getAttribute('html', 'lang');
  if (!language.startsWith(story.language.slice(0, 2))) troubles.push(`${page.url()}: speaks ${language}`);
}

/** Sends the form that holds `button` and waits for the page it leads to. */
async function press(page, button) {
  await Promise.all([page.waitForNavigation(), page.locator(button).first().click()]);
}

async function fill(page, answers) {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((e) => (e.tagName === 'SELECT' ? 'select' : e.type));
    if (kind === 'select') await field.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox') await page.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

function personAnswers(prefix, who) {
  return {
    [`${prefix}-name`]: who.name,
    [`${prefix}-certificate-type`]: 'resident-id',
    [`${prefix}-certificate-number`]: who.id,
    [`${prefix}-certificate-expiry`]: '2039-12-31',
    [`${prefix}-mobile`]: who.mobile,
    [`${prefix}-emergency-phone`]: who.emergency,
    [`${prefix}-office-phone`]: who.office,
    [`${prefix}-email`]: who.email,
  };
}

/** A picture as a phone would take it; what it shows does not matter here. */
async function picture() {
  const page = await browser.newPage({ viewport: { width: 900, height: 640 } });
  await page.setContent('<body style="background:#f7f3e6;margin:40px;border:6px double #b99a4a"><h1>样例 SAMPLE</h1></body>');
  const bytes = await page.screenshot({ type: 'jpeg', quality: 80 });
  await page.close();
  return bytes;
}

async function signUp() {
  await customer.goto(`${story.console}/`);
  await look(customer, 'home');
  await customer.goto(`${story.console}/sign-up`);
  await fill(customer, {
    kind: 'organisation', 'account-name': company.name, name: company.subject.name,
    email: company.subject.email, password: 'correct horse battery staple',
  });
  await look(customer, 'sign-up');
  await press(customer, 'main form button[type=submit]');
  await look(customer, 'my-filings-empty');
}

/** Without an account: a certificate goes in, and the values for the form come out. */
async function readAnApp() {
  await customer.goto(`${story.console}/tools/app`);
  await look(customer, 'app-tool');
  const certificate = readFileSync(new URL('../../server/tests/certificates/example.pem', import.meta.url));
  await customer.setInputFiles('input[name=file]', { name: 'release.cer', mimeType: 'application/pkix-cert', buffer: certificate });
  await customer.locator('main form button[type=submit]').click();
  await customer.waitForSelector('#findings');
  await look(customer, 'app-tool-read');
}

/** Gives the path of the order's page. */
async function start() {
  await customer.goto(`${story.console}/console/orders/new`);
  await fill(customer, { who: 'organisation', what: 'website' });
  await look(customer, 'start');
  await press(customer, 'main form button[type=submit]');
  await fill(customer, {
    'subject-province': company.province, 'subject-nature': 'enterprise',
    'subject-certificate-type': 'business-licence', 'subject-certificate-number': company.code,
    'subject-name': company.name, 'services-0-domain': company.domain,
  });
  await look(customer, 'basics');
  await press(customer, 'button[name=act][value=look]');
  await look(customer, 'what-it-will-be');
  await press(customer, 'button[name=act][value=open]');
  return new URL(customer.url()).pathname.replace(/\/[a-z]+$/, '');
}

async function answer(order) {
  await customer.goto(`${story.console}${order}/subject`);
  // A mistake first: the page must come back with everything that was typed.
  await fill(customer, { 'subject-address': company.address, 'subject-person-mobile': '1380000' });
  await press(customer, NEXT);
  await look(customer, 'subject-with-mistakes');
  if ((await customer.inputValue('[name="subject-address"]')) !== company.address) throw new Error('an answer was lost');

  await customer.check('[name="subject-certificate-expiry_long_term"]');
  await fill(customer, {
    'subject-certificate-address': company.address, 'subject-region': company.region,
    'subject-address': company.address, 'subject-person-legal-representative': 'yes',
    ...personAnswers('subject-person', company.subject),
  });
  await look(customer, 'subject');
  await press(customer, NEXT);

  await fill(customer, {
    'services-0-name': company.site, 'services-0-home-url': `https://www.${company.domain}/`,
    'services-0-contents': 'organisation-portal', 'services-0-languages': 'simplified-chinese',
    'services-0-pre-approval': 'none', ...personAnswers('services-0-person', company.service),
  });
  await look(customer, 'service');
  await press(customer, NEXT);

  await customer.locator('[name="services-0-access-resource"]').first().check();
  await press(customer, 'button[name=act][value=from-resource]');
  await look(customer, 'access');
  await press(customer, NEXT);
}

async function bringEvidence(order) {
  await customer.goto(`${story.console}${order}/evidence`);
  await look(customer, 'evidence');
  const bytes = await picture();
  const wanted = await customer.locator('input[type=file]').evaluateAll((inputs) => inputs.map((i) => i.name));
  for (const name of wanted.filter((each) => each !== 'evidence-other')) {
    const input = customer.locator(`input[type=file][name="${name}"]`);
    const arrived = customer.waitForResponse((r) => r.request().method() === 'POST' && r.url().endsWith('/pictures'));
    await input.setInputFiles({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: bytes });
    const form = customer.locator(`form:has(input[name="${name}"])`);
    await Promise.race([arrived, form.locator('button[type=submit]').click().then(() => arrived)]);
    await customer.goto(`${story.console}${order}/evidence`);
  }
  await look(customer, 'evidence-brought');
}

async function submit(order) {
  await customer.goto(`${story.console}${order}/answers`);
  await look(customer, 'check-your-answers');
  await customer.check('[name=consent]');
  await press(customer, 'form:has([name=consent]) button[type=submit]');
  await look(customer, 'submitted');
}

/** Loads the order's page until `sign` is on it. */
async function awaitSign(order, sign, what) {
  for (let tries = 0; tries < 120; tries += 1) {
    await customer.goto(`${story.console}${order}`);
    const found = await customer.locator(sign).count();
    if (found > 0) return;
    await customer.waitForTimeout(500);
  }
  throw new Error(`${what} did not come`);
}

async function review(order) {
  await clerk.goto(`${story.console}/desk/sign-in`);
  await fill(clerk, { email: story.staff, password: story.password });
  await press(clerk, 'main form button[type=submit]');
  const id = order.split('/').pop();
  for (let tries = 0; tries < 60; tries += 1) {
    await clerk.goto(`${story.console}/desk`);
    if (await clerk.locator(`a[href*="${id}"]`).count()) break;
    await clerk.waitForTimeout(500);
  }
  await look(clerk, 'desk');
  await clerk.goto(`${story.console}/desk/orders/${id}`);
  await look(clerk, 'review');
  await press(clerk, 'button[formaction$="/approve"]');
  await look(clerk, 'approved');
}

async function answerPhoneCheck(order) {
  for (const who of [company.subject, company.service]) {
    let code;
    for (let tries = 0; tries < 120 && !code; tries += 1) {
      await clerk.goto(`${story.authority}/phone/${who.mobile}`);
      code = (await clerk.locator('main').innerText()).match(/(?<!\d)\d{6}(?!\d)/)?.[0];
      if (!code) await clerk.waitForTimeout(500);
    }
    if (!code) throw new Error(`no SMS for ${who.mobile}`);
    if (who === company.subject) {
      await awaitSign(order, `a[href^="${story.authority}"]`, 'the phone check');
      await look(customer, 'phone-check');
    }
    await clerk.goto(`${story.authority}/check`);
    await fill(clerk, { certificate: who.id.slice(-6), code });
    await clerk.locator('[name=mobile]').first().fill(who.mobile);
    await press(clerk, 'form[action="/check"] button');
  }
}

async function approveAsAuthority() {
  await clerk.goto(`${story.authority}/`);
  await press(clerk, `a:has-text("${company.name}")`);
  await clerk.screenshot({ path: path.join(story.pictures, 'authority.png'), fullPage: true });
  await press(clerk, 'form[action$="/approve"] button');
}

async function theNumber(order) {
  await awaitSign(order, '.filed', 'the filing number');
  await look(customer, 'filed');
  const number = (await customer.locator('main').innerText()).match(/.ICP备\d+号-\d+/)?.[0];
  await customer.goto(`${story.console}/query?q=${encodeURIComponent(company.domain)}`);
  await look(customer, 'public-query');
  if (!number || !(await customer.locator('main').innerText()).includes(number)) {
    throw new Error('the public query does not know the number');
  }
  await customer.goto(`${story.console}/console`);
  await look(customer, 'my-filings');
  return number;
}

try {
  await readAnApp();
  await signUp();
  const order = await start();
  await answer(order);
  await bringEvidence(order);
  await submit(order);
  await review(order);
  await answerPhoneCheck(order);
  await approveAsAuthority();
  const number = await theNumber(order);
  if (troubles.length > 0) throw new Error(`pages in trouble:\n${troubles.join('\n')}`);
  console.log(number);
} catch (error) {
  await customer.screenshot({ path: path.join(story.pictures, 'failed-customer.png'), fullPage: true });
  await clerk.screenshot({ path: path.join(story.pictures, 'failed-clerk.png'), fullPage: true });
  console.error(`customer at ${customer.url()}\nclerk at ${clerk.url()}\n${error.stack}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
