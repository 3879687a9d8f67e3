// @vitest-environment happy-dom
// The preview of what is about to be sent: a picture or a film calls for a pause, other files do not.
import { expect, test } from 'vitest';
import telegramA from '../../platforms/telegram-a';

const shows = (inside: string): boolean => {
  document.body.innerHTML = `<div class="Modal AttachmentModal"><div class="modal-dialog">${inside}
    <div id="editable-message-text-modal"><img class="emoji" src="./img-apple-64/1f600.png" alt="😀"></div></div></div>`;
  return document.querySelector(telegramA.attaching ?? '') !== null;
};

test('Telegram A: pictures and films are told from documents', () => {
  expect(shows('<img class="abc" src="blob:https://web.telegram.org/1" alt="">')).toBe(true);
  expect(shows('<video class="abc" src="blob:https://web.telegram.org/1"></video>')).toBe(true);
  expect(shows('<div class="File"><div class="file-icon">pdf</div>homework.pdf</div>')).toBe(false);
});
