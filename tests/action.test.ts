import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Built, action, openComments, runAction } from './support/action.ts';

const header = 'id,hts,origin,date,value,weight_kg,melt_pour_country\n';
// 50% on steel from 2025-06-04: 450,000.00 of 900,000.
const rebar = 'rebar,7214.20.0000,TR,2025-06-10,900000.00,1250000,TR\n';
const dearer = rebar.replace('900000.00', '1000000.00');
const coil = 'coil,7208.39.0030,DE,2025-06-10,200000.00,200000,DE\n';

let folder = '';
let count = 0;
let comments: Awaited<ReturnType<typeof openComments>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tariff-action-'));
  comments = await openComments();
});
afterAll(() => {
  comments.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  comments.comments.length = 0;
  comments.asked.length = 0;
  comments.refuse = null;
});

interface Repository {
  readonly path: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (name: string, text: string) => void;
  /** Commits all there is, and returns its name. */
  readonly commit: () => string;
}

function repository(files: Readonly<Record<string, string>>): Repository {
  const path = join(folder, `repository-${(count += 1)}`);
  mkdirSync(path);
  const git = (...args: readonly string[]): string => {
    const named = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
    const run = spawnSync('git', [...named, ...args], { cwd: path, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout.trim();
  };
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  const commit = (): string => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'a change');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { path, git, write, commit };
}

/** The action as a pull request runs it. */
function build(
  { path }: Repository,
  base: string,
  inputs: Readonly<Record<string, string>>,
  number: number | undefined = 7,
): Promise<Built> {
  const temp = join(folder, `temp-${(count += 1)}`);
  mkdirSync(temp);
  const event = number === undefined ? {} : { pull_request: { number, base: { sha: base } } };
  return runAction(path, { file: 'catalogue.csv', ...inputs }, { event, api: comments.url, temp });
}

describe('a change of the catalogue', () => {
  test('fails the build by a limit, and is told in one comment that is written anew', async () => {
    const shop = repository({ 'catalogue.csv': header + coil + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', header + coil + dearer);
    shop.commit();

    const dear = await build(shop, base, { 'fail-over': '5%' });
    // 450,000 + 100,000 before; 50,000 more is 9.09%.
    expect(dear.code, dear.log).toBe(1);
    expect(dear.log).toContain(
      '::error title=limit::--fail-over 5%25: the change in duty of all lines is $50,000.00, $22,500.00 over $27,500.00 (5%25)\n',
    );
    expect(dear.outputs).toMatchObject({ changed: 'true', 'exit-code': '1' });
    expect(comments.comments).toHaveLength(1);
    const [comment] = comments.comments;
    expect(comment?.body).toContain('**Duty: $550,000.00 → $600,000.00, +$50,000.00 (+9.09%)**');
    expect(comment?.body).toContain('- **Limit met:** --fail-over 5%');
    expect(comment?.body).toContain(
      '- **Before:** main\n- **After:** dearer-steel\n- **Lines:** 1 changed, 1 unchanged\n',
    );
    expect(comment?.body).toContain('<details><summary>Lines</summary>');
    expect(dear.summary).toContain('**Duty: $550,000.00 → $600,000.00');
    expect(readFileSync(dear.outputs['comment-file'] ?? '', 'utf8')).not.toBe('');

    const kept = await build(shop, base, { 'fail-over': '10%' });
    expect(kept.code, kept.log).toBe(0);
    expect(comments.comments).toHaveLength(1);
    expect(comment?.body).not.toContain('Limit met');

    shop.write('catalogue.csv', header + coil + rebar);
    const back = await build(shop, base, { 'fail-over': '5%' });
    expect(back.code, back.log).toBe(0);
    expect(comments.comments).toHaveLength(1);
    expect(comment?.body).toContain('Nothing changes in duty any more.');
  });

  test('that changes no duty says nothing, unless it is asked to', async () => {
    const shop = repository({ 'catalogue.csv': header + coil, 'note.txt': 'a' });
    const base = shop.commit();
    shop.write('note.txt', 'b');
    const other = await build(shop, base, {});
    expect(other).toMatchObject({ code: 0, outputs: { changed: 'false', 'exit-code': '0' }, summary: '' });
    shop.write('catalogue.csv', header + coil.replace('2025-06-10', '2025-06-11'));
    const day = await build(shop, base, {});
    expect(day, day.log).toMatchObject({ code: 0, outputs: { changed: 'false' }, summary: '' });
    expect(comments.asked.filter((one) => !one.startsWith('GET'))).toEqual([]);
    await build(shop, base, { comment: 'always' });
    expect(comments.comments[0]?.body).toContain('**Lines:** 0 changed, 1 unchanged');
  });

  test('with rows that cannot be read annotates them where they stand', async () => {
    const shop = repository({ 'catalogue.csv': header + coil + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', `${header}${coil}${dearer}broken,7208,DE,2025-06-31,1,1,DE\n`);
    const open = await build(shop, base, {});
    expect(open.code, open.log).toBe(3);
    expect(open.log).toMatch(/^::error file=catalogue\.csv,line=4,title=bad-field::date: .*2025-06-31.*$/m);
    expect((await build(shop, base, { 'allow-open': 'true' })).code).toBe(0);
    const met = await build(shop, base, { 'allow-open': 'true', 'fail-if': 'change>=50000 per line' });
    expect(met.code, met.log).toBe(1);
    expect(met.log).toContain('::error file=catalogue.csv,line=3,title=limit::--fail-if');
  });

  test('beside rows of the base that cannot be read annotates no file for them', async () => {
    const shop = repository({ 'catalogue.csv': `${header}${coil}broken,7208,DE,2025-06-31,1,1,DE\n` });
    const base = shop.commit();
    shop.write('catalogue.csv', header + coil);
    const { code, log } = await build(shop, base, {});
    expect(code, log).toBe(3);
    expect(log).toMatch(/^::error title=bad-field::date: .*\(main:3\)$/m);
  });
});

describe('a change of the law', () => {
  const rise = (rate: string): string =>
    JSON.stringify({
      regime: 'plan',
      title: 'Plan',
      measures: [{ id: 'a', goods: ['7214'], rates: [{ from: '2025-01-01', rate, citation: 'a plan' }] }],
    });

  test('is compared on the same rows', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar, 'law/plan.json': rise('1%') });
    const base = shop.commit();
    shop.write('law/plan.json', rise('3%'));
    const { code, log } = await build(shop, base, { with: 'law' });
    expect(code, log).toBe(0);
    // 50% and 1% of 900,000 before, 50% and 3% after.
    expect(comments.comments[0]?.body).toContain('**Duty: $459,000.00 → $477,000.00, +$18,000.00 (+3.92%)**');
  });

  test('that is new is compared with the law without it', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const base = shop.commit();
    shop.write('plan.json', rise('1%'));
    const { code, log } = await build(shop, base, { with: 'plan.json' });
    expect(code, log).toBe(0);
    expect(comments.comments[0]?.body).toContain('**Duty: $450,000.00 → $459,000.00, +$9,000.00 (+2%)**');
  });
});

describe('the action', () => {
  test('takes a new file as lines that came', async () => {
    const shop = repository({ 'note.txt': 'a' });
    const base = shop.commit();
    shop.write('catalogue.csv', header + rebar);
    const { code, log } = await build(shop, base, {});
    expect(code, log).toBe(0);
    expect(comments.comments[0]?.body).toContain('**Duty: $0.00 → $450,000.00, +$450,000.00**');
    expect(comments.comments[0]?.body).toContain('1 added');
  });

  test('keeps a comment within what a server takes', async () => {
    const rows = (value: string): string =>
      Array.from({ length: 700 }, (_, row) => `line-${row},7214.20.0000,TR,2025-06-10,${value},1250000,TR\n`).join('');
    const shop = repository({ 'catalogue.csv': header + rows('100') });
    const base = shop.commit();
    shop.write('catalogue.csv', header + rows('200'));
    expect((await build(shop, base, {})).code).toBe(0);
    const [comment] = comments.comments;
    expect(comment?.body.length).toBeGreaterThan(50_000);
    expect(comment?.body.length).toBeLessThan(65_536);
    expect(comment?.body).toMatch(/… and \d+ more lines: `--format csv` has all/);
    expect(comment?.body).toContain('An estimate, not a customs ruling');
  });

  test('fetches a base that a checkout of one commit lacks', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', header + dearer);
    shop.commit();
    shop.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const path = join(folder, `clone-${(count += 1)}`);
    shop.git('clone', '--quiet', '--depth', '1', `file://${shop.path}`, path);
    const { code, log } = await build({ ...shop, path }, base, {});
    expect(code, log).toBe(0);
    expect(comments.comments[0]?.body).toContain('+$50,000.00');
  });

  test.each([
    ['no file', { file: 'none.csv' }, 'The file "none.csv" is not in the repository.'],
    ['a file outside', { file: '../catalogue.csv' }, '"../catalogue.csv" lies outside the repository.'],
    ['an unknown base', { base: 'nowhere' }, 'The base "nowhere" cannot be fetched.'],
    ['an unknown way to comment', { comment: 'loud' }, 'The input "comment" is "loud"'],
  ])('stops on %s', async (_, inputs, words) => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const { code, log } = await build(shop, shop.commit(), inputs);
    expect(code).toBe(2);
    expect(log).toContain(`::error::${words}`);
  });

  test('says so in an earlier comment when the change can no longer be compared', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', header + dearer);
    await build(shop, base, {});
    shop.write('catalogue.csv', 'no,such,columns\n1,2,3\n');
    const { code } = await build(shop, base, {});
    expect(code).toBe(2);
    expect(comments.comments).toHaveLength(1);
    expect(comments.comments[0]?.body).toContain('could not be compared');
  });

  test('passes over the comments of others, however many', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', header + dearer);
    await build(shop, base, {});
    const [own] = comments.comments;
    if (!own) throw new Error('no comment');
    comments.comments.length = 0;
    for (let id = 1; id <= 150; id += 1)
      comments.comments.push({ id: id + 1000, body: own.body, user: { login: 'someone', type: 'User' } });
    comments.comments.push({ ...own, body: own.body.replace('450,000', 'nothing') });
    await build(shop, base, {});
    expect(comments.comments).toHaveLength(151);
    expect(comments.comments.at(-1)?.body).toContain('$450,000.00 →');
  });

  test('goes on where the comment is refused, or there is nobody to tell', async () => {
    const shop = repository({ 'catalogue.csv': header + rebar });
    const base = shop.commit();
    shop.write('catalogue.csv', header + dearer);
    comments.refuse = 403;
    const refused = await build(shop, base, {});
    expect(refused.code, refused.log).toBe(0);
    expect(refused.log).toContain(
      '::warning::The comment was not written: POST /repos/acme/catalogue/issues/7/comments: 403',
    );
    expect(refused.summary).toContain('+$50,000.00');
    expect((await build(shop, base, { 'github-token': '' })).code).toBe(0);
    expect((await build(shop, base, { base }, undefined)).code).toBe(0);
    expect((await build(shop, base, { comment: 'never' })).code).toBe(0);
    expect(comments.comments).toEqual([]);
  });

  test('runs nothing that an input says', async () => {
    const name = 'a $(touch broken) `touch broken` ".csv';
    const shop = repository({ [name]: header + rebar });
    const base = shop.commit();
    shop.write(name, header + dearer);
    const { code, log } = await build(shop, base, { file: name, 'fail-over': '60%', title: '--><b>' });
    expect(code, log).toBe(0);
    expect(shop.git('status', '--porcelain', '--untracked-files=all')).not.toContain('?? broken');
    expect(comments.comments[0]?.body).toContain('+$50,000.00');
  });

  test('hands no input to a shell', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{');
  });
});
