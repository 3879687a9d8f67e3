// @vitest-environment happy-dom
// Copying is said each time, also the second one; and what is copied is said as one says it.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { contextIn } from '../help/testing';
import { CopyButton } from './copy-button';

it('says that it copied each time, by words that go and come again', async () => {
  const { t } = contextIn('en');
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  let copied: (done: boolean) => void = () => {};
  const copy = () =>
    new Promise<boolean>((resolve) => {
      copied = resolve;
    });
  await act(() => render(<CopyButton value="1280" {...{ t, copy }} />, root));
  const said = () => root.querySelector('[aria-live]')?.textContent;
  for (const _ of ['once', 'twice']) {
    await act(() => root.querySelector('button')?.click());
    expect(said()).toBe('');
    await act(async () => copied(true));
    expect(said()).toBe(t('help.copied'));
  }
});

it.each([
  ['092 311 511', '0 9 2, 3 1 1, 5 1 1'],
  ['chan12@school.example', 'chan12@school.example'],
  ['ខ្ញុំត្រូវការជំនួយ ១២', 'ខ្ញុំត្រូវការជំនួយ ១២'],
])('%s: the button names a number figure by figure, and nothing else', async (value, heard) => {
  const { t } = contextIn('km');
  const root = document.createElement('div');
  await act(() => render(<CopyButton {...{ value, t }} copy={async () => true} />, root));
  expect(root.querySelector('button')?.getAttribute('aria-label')).toBe(t('help.copy-of', { value: heard }));
});
