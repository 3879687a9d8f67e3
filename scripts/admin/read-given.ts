// Reads a file that somebody named on the command line.
import { readFileSync } from 'node:fs';

/** Its bytes. Throws in plain words where it is not there, or no file. */
export function readGiven(option: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Error(`${option}: there is no file ${file}`);
    if (code === 'EISDIR') throw new Error(`${option}: ${file} is a folder, and must be a file.`);
    throw new Error(`${option}: ${file} can't be read: ${message}`);
  }
}
