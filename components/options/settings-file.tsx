// Taking the choices to another browser, as a file with nothing private in it.
import { useState } from 'preact/hooks';
import type { ImportProblem, ImportReport } from '../../utils/settings-file';
import { OutcomeLine, useOutcome } from '../outcome';
import { FIELD_NAMES } from './field-names';
import type { SectionProps } from './options-types';

export function SettingsFile({ context: { t }, actions }: SectionProps) {
  const [saved, runSave] = useOutcome();
  const [copied, runCopy] = useOutcome();
  const [report, setReport] = useState<ImportReport | 'failed' | null>(null);
  const load = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file === undefined) return;
    setReport(null);
    setReport(await actions.loadFile(file).catch(() => 'failed' as const));
    input.value = ''; // the same file again is a change again
  };
  return (
    <section class="block" aria-labelledby="file-title">
      <h2 id="file-title">{t('options.file.title')}</h2>
      <p>{t('options.file.text')}</p>
      <div class="actions">
        <button type="button" class="button-quiet" onClick={() => runSave(actions.saveFile)}>
          {t('options.file.save')}
        </button>
        <button type="button" class="button-quiet" onClick={() => runCopy(actions.copyFile)}>
          {t('options.file.copy')}
        </button>
        <label class="button-quiet button-file">
          {t('options.file.load')}
          <input
            type="file"
            class="only-read"
            accept=".json,application/json"
            onChange={(event) => load(event.currentTarget)}
          />
        </label>
      </div>
      <OutcomeLine outcome={saved} t={t} />
      <OutcomeLine outcome={copied} t={t}>
        {t('help.copied')}
      </OutcomeLine>
      <div role="status">{report !== null && <Report report={report} t={t} />}</div>
    </section>
  );
}

type ReportProps = {
  readonly report: ImportReport | 'failed';
  readonly t: SectionProps['context']['t'];
};

function Report({ report, t }: ReportProps) {
  if (report === 'failed') return <p class="failed">{t('page.not-saved')}</p>;
  const { applied, problems, more } = report;
  return (
    <div class="note">
      <p>
        {applied.length > 0 ? t('options.file.taken', { count: applied.length }) : t('options.file.none')}
      </p>
      {problems.length > 0 && (
        <ul class="points">
          {problems.map((problem, index) => (
            <li key={index}>
              <Problem problem={problem} t={t} />
            </li>
          ))}
          {more > 0 && <li>{t('options.file.more', { count: more })}</li>}
        </ul>
      )}
    </div>
  );
}

function Problem({ problem: { field, why }, t }: { problem: ImportProblem; t: ReportProps['t'] }) {
  const name =
    field !== null && (why === 'bad-value' || why === 'locked') ? t(FIELD_NAMES[field] ?? field) : field;
  return (
    <>
      {name !== null && (
        <>
          <bdi>{name}</bdi>
          {name.endsWith('?') ? ' ' : `${t('options.colon')} `}
        </>
      )}
      {t(`options.file.problem.${why}`)}
    </>
  );
}
