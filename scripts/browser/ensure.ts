// Finds the browser for the tests, or installs it where that is possible; says which one, or what to install.
import { ensureBrowser } from './find-browser';

try {
  console.log(ensureBrowser(console.log));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
