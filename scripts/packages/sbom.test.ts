import { expect, it } from 'vitest';
import { shippedBom, writeBom } from './sbom';

const part = (name: string) => ({ 'bom-ref': `${name}@1.0.0`, name, version: '1.0.0' });
const ALL = {
  serialNumber: 'urn:uuid:1',
  metadata: { timestamp: 'now', component: { ...part('folder'), 'bom-ref': 'porchlight@1.0.0' } },
  components: [part('preact'), part('vite'), part('zod')],
  dependencies: [
    { ref: 'porchlight@1.0.0', dependsOn: ['preact@1.0.0', 'vite@1.0.0'] },
    { ref: 'preact@1.0.0', dependsOn: ['vite@1.0.0', 'zod@1.0.0'] },
    { ref: 'vite@1.0.0', dependsOn: [] },
    { ref: 'zod@1.0.0', dependsOn: [] },
  ],
};

it('lists what is shipped and nothing else', () => {
  const bom = shippedBom(ALL, ['preact@1.0.0', 'zod@1.0.0'], 'porchlight');
  expect(bom.components.map(({ name }) => name)).toEqual(['preact', 'zod']);
  expect(bom.metadata.component.name).toBe('porchlight');
  expect(bom.dependencies).toEqual([
    { ref: 'porchlight@1.0.0', dependsOn: ['preact@1.0.0', 'zod@1.0.0'] },
    { ref: 'preact@1.0.0', dependsOn: ['zod@1.0.0'] },
    { ref: 'zod@1.0.0', dependsOn: [] },
  ]);
});

it('holds nothing of the day or the machine', () => {
  const text = writeBom(shippedBom(ALL, ['zod@1.0.0'], 'porchlight'));
  expect(text).not.toContain('now');
  expect(text).not.toContain('urn:uuid');
});

it('refuses what npm does not list', () => {
  expect(() => shippedBom(ALL, ['zod@2.0.0'], 'porchlight')).toThrow('zod@2.0.0');
});
