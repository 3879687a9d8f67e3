// @vitest-environment happy-dom
// Copying is said each time, also the second one.
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
