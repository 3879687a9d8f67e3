// The bill of materials of what is shipped, as CycloneDX: npm's own list of all that is installed, cut to the packages of
// which something is in the build.
import { spawnSync } from 'node:child_process';

type Component = { readonly 'bom-ref': string; readonly name: string; readonly version: string };
type Dependency = { readonly ref: string; readonly dependsOn: readonly string[] };
export type Bom = {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly Dependency[];
};

/** What npm's list says of things that differ from one machine to the next; we leave it out, so that the bytes are the same. */
const OF_THE_MACHINE = ['serialNumber', 'timestamp', 'tools', 'properties'];

/** npm's list of everything in package-lock.json. Throws where npm can't give it. */
export function npmBom(root: string): Bom {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const npm = process.env.npm_execpath;
  const { status, stdout, stderr } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  return JSON.parse(stdout) as Bom;
}

/** The list of the shipped packages alone, each given as `name@version`. Throws where npm does not know one. */
export function shippedBom(all: Bom, shipped: readonly string[], name: string): Bom {
  const own = { ...all.metadata.component, type: 'application', name };
  const isShipped = (one: Component) => shipped.includes(`${one.name}@${one.version}`);
  const unknown = shipped.filter(
    (one) => !all.components.some((part) => `${part.name}@${part.version}` === one),
  );
  if (unknown.length > 0) throw new Error(`npm does not list what we ship: ${unknown.join(', ')}`);
  const components = all.components.filter(isShipped).map((one) => ({ ...one, scope: 'required' }));
  const refs = components.map((one) => one['bom-ref']);
  const dependencies = [
    { ref: own['bom-ref'], dependsOn: refs },
    ...all.dependencies
      .filter(({ ref }) => refs.includes(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.includes(one)) })),
  ];
  return { ...all, metadata: { ...all.metadata, component: own }, components, dependencies };
}

/** As a file: the same bytes for the same packages. */
export function writeBom(bom: Bom): string {
  const replacer = (key: string, value: unknown) => (OF_THE_MACHINE.includes(key) ? undefined : value);
  return `${JSON.stringify(bom, replacer, 2)}\n`;
}
