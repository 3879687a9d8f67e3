// @vitest-environment happy-dom
// Who the note is for, as it is offered.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { contextIn } from '../help/testing';
import { shippedHelp } from '../lines/testing';
import { Recipient } from './recipient';
import { recipientsFor } from './recipients';

it.each(['en', 'km', 'ar'] as const)(
  'names the number first, since a narrow choice cuts its end: %s',
  (language) => {
    const help = shippedHelp();
    const lines = recipientsFor(help, 'KH');
    const [line] = lines;
    if (line === undefined) throw new Error('no line');
    const root = document.createElement('div');
    const isArabic = language === 'ar'; // which has no catalogue
    const context = isArabic ? { ...contextIn('en'), language: 'ar' as 'en' } : contextIn(language);
    const rest = { values: {}, help, country: 'KH', suggested: null, languages: ['en', 'km'], actions: {} };
    // biome-ignore lint/suspicious/noExplicitAny: only what is drawn of the props is given
    render(<Recipient {...({ lines, line, context, ...rest } as any)} />, root);
    for (const option of root.querySelectorAll<HTMLOptionElement>('select option')) {
      const number = lines.find(({ id }) => id === option.value)?.phone;
      if (number)
        expect(option.textContent?.startsWith(isArabic ? `\u2068${number}\u2069` : number)).toBe(true);
    }
    expect(root.querySelector(`option[value="${line.id}"]`)?.textContent).toContain(line.phone);
  },
);
