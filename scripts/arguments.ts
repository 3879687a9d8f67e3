// What commands share that people call with arguments of their own.

/** An argument that can't be taken; its message says what can. */
export class WrongArgument extends Error {}

/** @throws WrongArgument */
export function wholeNumber(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new WrongArgument(`${option} must be a whole number above 0`);
  return Number(value);
}

/** Where somebody asks how this command is used, says so and ends it. Call it before anything is read or done. */
export function helpIfAsked(usage: string): void {
  const given = process.argv.slice(2);
  if (!given.includes('--help') && !given.includes('-h')) return;
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}
