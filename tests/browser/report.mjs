/*
 * npm run test:browser: reports in a real browser. It takes the Chromium that CHROMIUM names, or the first on the PATH; none is downloaded
 * (Debian: apt-get install chromium). SHOTS=folder keeps pictures of what was seen.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tariff-browser-'));
const shots = process.env.SHOTS;
const screens = [
  { name: 'a wide screen', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'a wide dark screen', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'a phone', width: 390, height: 844, colorScheme: 'light' },
  { name: 'a dark phone', width: 390, height: 844, colorScheme: 'dark' },
];

let browser;

before(async () => {
  report('report.html', join(root, 'examples', 'shipments.csv'));
  // More lines than are listed, some of them without an answer.
  const origins = ['DE', 'JP', 'KR', 'Atlantis', 'CN', 'CA'];
  const rows = Array.from(
    { length: 1500 },
    (_, index) =>
      `L${index},7208.39.0030,${origins[index % 6]},2020-0${1 + (index % 9)}-15,${1000 + index * 7}.50,1000`,
  );
  writeFileSync(join(folder, 'many.csv'), `id,hts,origin,date,value,weight_kg\n${rows.join('\n')}\n`);
  report('many.html', join(folder, 'many.csv'));
  const ids = ['</script><script>document.title="run"</script>', '<img src=x onerror="document.title=1">'];
  const named = ids.map((id) => `"${id.replaceAll('"', '""')}",7208.39.0030,DE,2020-01-15,1000,1000`);
  writeFileSync(join(folder, 'ids.csv'), `id,hts,origin,date,value,weight_kg\n${named.join('\n')}\n`);
  report('ids.html', join(folder, 'ids.csv'));
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  if (shots) mkdirSync(shots, { recursive: true });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const { name, width, height, colorScheme } of screens) {
  describe(`on ${name}`, () => {
    for (const file of ['report.html', 'many.html']) {
      test(`${file} opens without a word on the console, fits, and can be used by everybody`, async () => {
        const { page, said } = await open(file, { viewport: { width, height }, colorScheme });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(wide, width, 'the page is as wide as the screen');
        const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        assert.equal(paper === 'rgb(255, 255, 255)', colorScheme === 'light', `the paper is ${paper}`);
        if (shots)
          await page.screenshot({
            path: join(shots, `${file}-${width}-${colorScheme}.png`),
            fullPage: file !== 'many.html',
          });
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, 'unfolded too');
        assert.deepEqual(said, []);
        // A thousand rows are alike, and take half a minute.
        if (file === 'many.html') return;
        // Into the page by the debugger: its own policy lets no other script run.
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
        const told = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 150))
              .join(' | ')}`,
        );
        assert.deepEqual(told, []);
      });
    }
  });
}

describe('the lines', () => {
  test('are filtered by words and by status', async () => {
    const { page } = await open('report.html');
    assert.equal(await page.locator('#line-count').textContent(), '61 of 61 shown');
    await page.locator('#line-filter').fill('9903.80.01 de');
    const shown = await page.locator('#line-table tbody tr:not([hidden])').allTextContents();
    assert.ok(shown.length > 0 && shown.length < 61);
    for (const text of shown) assert.match(text.toLowerCase(), /9903\.80\.01/);
    assert.equal(await page.locator('#line-count').textContent(), `${shown.length} of 61 shown`);
    await page.locator('#line-filter').fill('');
    await page.locator('#line-status').selectOption('invalid');
    assert.equal(await page.locator('#line-table tbody tr:not([hidden])').count(), 5);
    await page.close();
  });

  test('are sorted by keyboard: the greatest duty first, then the least, then as they were', async () => {
    const { page } = await open('many.html');
    const head = page.locator('#line-table thead th', { hasText: 'Duty' });
    const asTheyWere = await duties(page);
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const down = (await duties(page)).filter((one) => one !== null);
    assert.deepEqual(
      down,
      down.toSorted((a, b) => b - a),
    );
    assert.ok(down.length > 100 && (await duties(page)).at(-1) === null, 'lines without an answer stand last');
    await page.keyboard.press('Space');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const up = (await duties(page)).filter((one) => one !== null);
    assert.deepEqual(up, down.toReversed());
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), null);
    assert.deepEqual(await duties(page), asTheyWere);
    await page.close();
  });

  test('are so many of how many, and it is said where the others are', async () => {
    const { page } = await open('many.html');
    const words = await page.locator('#lines').textContent();
    assert.match(words, /1,000 of 1,500 lines are listed/);
    assert.match(words, /tariff calc many\.csv -o duties\.csv/);
    assert.equal(await page.locator('#line-table tbody tr').count(), 1000);
    await page.close();
  });

  test('can be read without a script', async () => {
    const { page } = await open('report.html', { javaScriptEnabled: false });
    assert.equal(await page.locator('#line-table tbody tr').count(), 61);
    assert.equal(await page.locator('#line-tools').isVisible(), false);
    assert.equal(await page.locator('#line-table thead').isVisible(), true);
    await page.close();
  });
});

test('markup in an id is text, and nothing of it runs', async () => {
  const { page, said } = await open('ids.html');
  assert.match(await page.title(), /^Duties on ids\.csv$/);
  assert.equal(
    await page.locator('#line-table .id').first().textContent(),
    '</script><script>document.title="run"</'.concat('…'),
  );
  assert.equal(await page.locator('img').count(), 0);
  assert.deepEqual(said, []);
  await page.close();
});

test('it is printed with all that is folded on the screen', async () => {
  const { page } = await open('report.html', { colorScheme: 'dark' });
  const pdf = await page.pdf({ format: 'A4', ...(shots && { path: join(shots, 'report.pdf') }) });
  assert.ok(pdf.length > 50_000);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  assert.equal(await page.locator('#line-tools').isVisible(), false);
  assert.equal(await page.evaluate(() => document.querySelectorAll('details[open]').length), 0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await page.evaluate(() => document.querySelectorAll('section > details:not([open])').length), 0);
  await page.close();
});

/** The page, and what it says on the console. */
async function open(file, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', ...options });
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) said.push(`asked for ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { page, said };
}

/** The duty of each row in cents; null: the line has none. */
async function duties(page) {
  const texts = await page.locator('#line-table tbody .duty').allTextContents();
  return texts.map((text) => (/^\$[\d,.]+$/.test(text) ? Number(text.replaceAll(/[$,.]/g, '')) : null));
}

function report(name, shipments) {
  const args = [join(root, 'bin', 'tariff.js'), 'report', shipments, '-o', join(folder, name)];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.ok(status === 0 || status === 3, stderr);
}

function browserPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  const found = [process.env.CHROMIUM, ...names.flatMap((name) => folders.map((one) => join(one, name)))].find(
    (path) => path && isProgram(path),
  );
  if (!found)
    throw new Error('No Chromium: name one by CHROMIUM=path, or install it (Debian: apt-get install chromium).');
  return found;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
