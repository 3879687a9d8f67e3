// @vitest-environment happy-dom
// Who the note is for, as it is offered.
import { render } from 'preact';
import { expect, it } from 'vitest';
import { contextIn } from '../help/testing';
import { shippedHelp } from '../lines/testing';
import { Recipient } from './recipient';
import { recipientsFor } from './recipients';

it.each(['en', 'km'] as const)(
  'says that who calls needs no link, and who fills in the form does: %s',
  (language) => {
    const help = shippedHelp();
    const lines = recipientsFor(help, 'KH');
    const context = contextIn(language);
    const rest = { values: {}, help, country: 'KH', suggested: null, languages: ['en', 'km'], actions: {} };
    const root = document.createElement('div');
    // biome-ignore lint/suspicious/noExplicitAny: only what is drawn of the props is given
    render(<Recipient {...({ lines, line: lines[0], context, ...rest } as any)} />, root);
    const answers = [...root.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent);
    const of = (id: string) => answers[lines.findIndex((line) => line.id === id)];
    expect(of('kh-aple-hotline')).toBe(context.t('note.for.in-form'));
    expect(of('kh-aple-form')).toBe(context.t('note.for.yes'));
    expect(root.querySelector('.note')?.textContent).toBe(context.t('note.missing.link-form'));
  },
);

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
