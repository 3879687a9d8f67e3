// Every component in every state, for whoever changes the look. Development builds alone have it (docs/adr/0012).
// `?lang=km` for Khmer, `?country=MA` for the lines of another country on the cards.
import { type ComponentChild, render } from 'preact';
import { createPageContext } from '../../components/page-context';
import { LANGUAGES } from '../../utils/i18n';
import { Cards } from './cards';
import { Buttons, Colours, Drawings, Fields, Lamps, Lines, Pins, Weeks } from './parts';

async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = LANGUAGES.find((one) => one === asked) ?? 'en';
  const context = await createPageContext('options', language);
  const parts: readonly (readonly [string, ComponentChild])[] = [
    ['Colours', <Colours key="colours" />],
    ['Lamps', <Lamps key="lamps" />],
    ['Drawings', <Drawings key="drawings" />],
    ['Buttons', <Buttons key="buttons" context={context} />],
    ['Fields', <Fields key="fields" context={context} />],
    ['Cards', <Cards key="cards" context={context} />],
    ['PINs', <Pins key="pins" context={context} />],
    ['Weeks', <Weeks key="weeks" context={context} />],
    ['Lines of help', <Lines key="lines" context={context} />],
  ];
  render(
    <main>
      <h1>Components</h1>
      {parts.map(([name, part]) => (
        <section key={name} class="block" aria-label={name}>
          <h2>{name}</h2>
          {part}
        </section>
      ))}
    </main>,
    document.getElementById('app') as HTMLElement,
  );
}

void start();
