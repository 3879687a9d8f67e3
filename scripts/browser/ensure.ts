// Finds the browser for the tests, or installs it where that is possible; says which one, or what to install. With the word
// `firefox` it does so for Firefox.
import { ensureBrowser } from './find-browser';
import { ensureFirefox } from './find-firefox';

try {
  const ensure = process.argv[2] === 'firefox' ? ensureFirefox : ensureBrowser;
  console.log(ensure(console.log));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
