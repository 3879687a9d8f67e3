// Imported for its effect, first, by commands that people call with arguments of their own: a wrong one, or a file that is
// not there, ends in one sentence and exit code 2. Anything else is a fault of ours and keeps its trace.
import { WrongArgument } from './arguments';

/** The one sentence, or null where the fault is ours. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof WrongArgument) return error.message;
  const { code = '', message = '', path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code.startsWith('ERR_PARSE_ARGS')) return message.split('. To specify')[0] ?? message;
  return code === 'ENOENT' && path !== undefined ? `There is no file ${path}` : null;
}

process.on('uncaughtException', (error) => {
  console.error(sentenceOf(error) ?? error);
  process.exit(sentenceOf(error) === null ? 1 : 2);
});
