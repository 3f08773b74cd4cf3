/** What cannot go on, and why; told without a trace. */
export class Stopped extends Error {}

/** An input of the action, as its environment holds it. */
export function setting(name) {
  return (process.env[`TARIFF_${name}`] ?? '').trim();
}

/** The lines of an input that takes several. */
export function lines(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A workflow command: an error or a warning that is shown with the run. */
export function command(kind, text) {
  process.stdout.write(`::${kind}::${text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`);
}

export function message(text) {
  process.stdout.write(`${text}\n`);
}
