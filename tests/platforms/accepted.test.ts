// @vitest-environment happy-dom
// A message request that was accepted: the page has a box to write in now, and its address may stay what it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import messenger from '../../platforms/messenger';
import { showPage } from './page';

test('Messenger: a request is none any more once there is something to write in', () => {
  showPage(readFileSync(join(import.meta.dirname, '../fixtures/messenger/request.html'), 'utf8'));
  const open = () =>
    messenger.open(document, new URL('https://www.facebook.com/messages/requests/t/100000000000042/'));
  expect(open()).toMatchObject({ request: true, composer: null });
  const composer = document.createElement('div');
  composer.setAttribute('role', 'textbox');
  composer.setAttribute('contenteditable', 'true');
  document.querySelector('[role="main"]')?.append(composer);
  expect(open()).toMatchObject({ request: false, composer });
});
