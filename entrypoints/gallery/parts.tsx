// Buttons, fields, notes, lines of help and charts in each of their states.
import { AskTwice } from '../../components/ask-twice';
import { DRAWINGS, Drawing } from '../../components/drawing';
import { EXAMPLE_WEEKS } from '../../components/family/example-weeks';
import { NewPinForm } from '../../components/family/new-pin';
import { PinForm } from '../../components/family/pin-form';
import { WeeksFigure } from '../../components/family/weeks-figure';
import { Lamp } from '../../components/lamp';
import { HISTORY_NOTE } from '../../components/lines/out-link';
import { PageLine } from '../../components/lines/page-line';
import type { LampState } from '../../components/mark-shape';
import { OutcomeLine } from '../../components/outcome';
import type { PageContext } from '../../components/page-context';
import { linesFor } from '../../help/choose';
import { HELP } from '../../help/data';

const COLOURS = ['surface', 'card', 'ink', 'muted', 'lamp', 'lamp-ink', 'action', 'ember', 'line'];
const LAMPS: readonly LampState[] = ['off', 'on', 'dot', 'mark', 'crossed'];

type Props = { readonly context: PageContext };

export function Colours() {
  return (
    <ul class="swatches">
      {COLOURS.map((name) => (
        <li key={name} class={`swatch swatch-${name}`}>
          {name}
        </li>
      ))}
    </ul>
  );
}

export function Lamps() {
  return (
    <ul class="swatches">
      {LAMPS.map((state) => (
        <li key={state}>
          <Lamp state={state} size={48} /> {state}
        </li>
      ))}
    </ul>
  );
}

export function Drawings() {
  return (
    <ul class="swatches">
      {DRAWINGS.map((name) => (
        <li key={name}>
          <Drawing name={name} />
        </li>
      ))}
    </ul>
  );
}

export function Buttons({ context: { t } }: Props) {
  return (
    <div class="plain">
      <div class="actions">
        <button type="button" class="button-main">
          {t('welcome.next')}
        </button>
        <button type="button" class="button-main" disabled>
          {t('welcome.next')}
        </button>
        <button type="button" class="button-quiet">
          {t('welcome.back')}
        </button>
        <button type="button" class="button-small">
          {t('help.copy')}
        </button>
        <button type="button" class="button-leave">
          {t('page.leave')}
        </button>
        <a href="#buttons">{t('page.nav.help')}</a>
      </div>
      <AskTwice
        label={t('family.forgot.button')}
        question={t('family.forgot.question')}
        yes={t('family.forgot.yes')}
        no={t('family.forgot.no')}
        onYes={() => {}}
      />
      <OutcomeLine outcome="done" t={t} />
      <OutcomeLine outcome="failed" t={t} />
    </div>
  );
}

export function Fields({ context: { t } }: Props) {
  return (
    <div class="plain">
      <div class="field">
        <label for="gallery-line">{t('note.field.summary')}</label>
        <input id="gallery-line" />
      </div>
      <div class="field">
        <label for="gallery-wrong">{t('options.adult.name')}</label>
        <input id="gallery-wrong" aria-invalid="true" aria-describedby="gallery-wrong-why" />
        <p class="field-error" id="gallery-wrong-why">
          {t('options.adult.missing')}
        </p>
      </div>
      <label class="check">
        <input type="checkbox" checked />
        <span>{t('note.option.signs.threat')}</span>
      </label>
      <label class="check">
        <input type="radio" name="gallery" checked />
        <span>{t('welcome.who.teen')}</span>
      </label>
      <label class="choice choice-switch">
        <span>{t('popup.choices.on')}</span>
        <input type="checkbox" role="switch" checked aria-checked="true" />
      </label>
      <details>
        <summary>{t('family.weeks.as-table')}</summary>
        <p>{t('family.weeks.means')}</p>
      </details>
      <p class="note">{t('note.missing.link')}</p>
      <div class="note note-danger">
        <p>{t('family.pending.title')}</p>
        <p>{t('family.pending.text')}</p>
      </div>
    </div>
  );
}

export function Pins({ context: { t } }: Props) {
  return (
    <div class="tiles">
      <PinForm
        id="wrong"
        button={t('family.locked.open')}
        t={t}
        onPin={async () => ({ ok: false, why: 'wrong', waitMs: 60_000 })}
      />
      <NewPinForm id="gallery" t={t} withOld={true} onPin={async () => ({ ok: true })} />
    </div>
  );
}

export function Lines({ context }: Props) {
  return (
    <>
      <p class="quiet" id={HISTORY_NOTE}>
        {context.t('help.history')}
      </p>
      <ul class="lines plain-list">
        {linesFor(HELP, 'KH').map((line) => (
          <PageLine key={line.id} line={line} heading="h3" context={context} />
        ))}
      </ul>
    </>
  );
}

export function Weeks({ context }: Props) {
  return <WeeksFigure weeks={EXAMPLE_WEEKS} context={context} />;
}
