// Installs the exact packages of package-lock.json where they are missing or stale. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The oldest Node that the build tools run on (package.json, `engines`). */
const OLDEST_NODE = [20, 19];

/** Ends with one clear line where Node is too old to go on. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantMajor, wantMinor] = OLDEST_NODE;
  if (major > wantMajor || (major === wantMajor && minor >= wantMinor)) return;
  console.error(
    `Porchlight needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}

/**
 * True where every package that the lock file asks for lies in node_modules in that version.
 * npm writes what it installed to node_modules/.package-lock.json; packages for other systems are left out there.
 */
function isInstalled(root = ROOT) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '' || entry.optional || entry.devOptional || entry.peer) return true;
    return found[where]?.version === entry.version && existsSync(path.join(root, where, 'package.json'));
  });
}

/** Runs `npm ci` where needed, and nothing that a package brings along to be run. Returns false where npm failed; npm has then said why. */
export function installPackages(root = ROOT) {
  if (isInstalled(root)) return true;
  console.log('Installing packages (npm ci) …');
  // npm tells its children where it lies; without it (plain `node scripts/start.mjs`), the shell finds npm.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status === 0) return true;
  console.error('npm ci failed: is the package registry reachable? Its words stand above.');
  return false;
}

/** Path of a package's command, e.g. `commandOf('wxt')`; run it with Node, the same on every system. */
export function commandOf(packageName, command = packageName.split('/').pop(), root = ROOT) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}
