import { command, message, setting } from './talk.mjs';

/**
 * Writes the comment of a pull request, or writes its earlier one anew. `text`: empty where nothing changed, which makes no comment; null
 * where nothing could be compared. Without a pull request or a token nothing is written; what the server refuses is a warning.
 */
export async function commentOn(pullRequest, title, text) {
  if (pullRequest === undefined) return;
  if (setting('TOKEN') === '') {
    message('No token: the comment was not written.');
    return;
  }
  const mark = `<!-- tariff diff: ${title.replaceAll('--', '- -')} -->`;
  const body = `${mark}\n### Duty: ${title}\n\n${text === null ? failed : text || unchanged}`;
  const issue = `/repos/${process.env.GITHUB_REPOSITORY}/issues`;
  try {
    const earlier = await ownComment(`${issue}/${pullRequest}/comments`, mark);
    if (earlier) await ask('PATCH', `${issue}/comments/${earlier.id}`, { body });
    else if (text) await ask('POST', `${issue}/${pullRequest}/comments`, { body });
  } catch (error) {
    command('warning', `The comment was not written: ${error.message}`);
  }
}

const unchanged = 'Nothing changes in duty any more.\n';
const failed = 'The duty could not be compared: the log of the build says why.\n';
const page = 100;

/** What this action wrote before, not what someone else wrote under its mark. */
async function ownComment(path, mark) {
  const login = await ask('GET', '/user').then(
    (user) => user.login,
    () => null, // the token of an app has no user
  );
  for (let number = 1; ; number += 1) {
    const comments = await ask('GET', `${path}?per_page=${page}&page=${number}`);
    const found = comments.find(
      ({ body, user }) => body?.startsWith(mark) && (user?.type === 'Bot' || user?.login === login),
    );
    if (found || comments.length < page) return found;
  }
}

async function ask(method, path, body) {
  const address = `${process.env.GITHUB_API_URL ?? 'https://api.github.com'}${path}`;
  const response = await fetch(address, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${setting('TOKEN')}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path.split('?')[0]}: ${response.status} ${response.statusText}`);
  return response.json();
}
