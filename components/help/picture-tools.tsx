// What can take pictures down, who each is for, and how it works: a frightened child must know that nobody sees the picture.
import type { HelpLine } from '../../help/types';
import { lineNames } from '../line-names';
import type { PageContext } from '../page-context';
import { Lines } from './lines';

export function PictureTools({
  lines,
  context,
}: {
  readonly lines: readonly HelpLine[];
  readonly context: PageContext;
}) {
  const { t, language } = context;
  const told = lines.filter(({ id }) => t.has(`help-page.pictures.for.${id}`));
  return (
    <>
      <p>{t('help-page.pictures.how')}</p>
      <dl class="plain-list">
        {told.map((line) => {
          const { name, nameLang } = lineNames(line, t, language);
          return (
            <div key={line.id}>
              <dt>
                <strong lang={nameLang}>{name}</strong>
              </dt>
              <dd>{t(`help-page.pictures.for.${line.id}`)}</dd>
            </div>
          );
        })}
      </dl>
      <Lines lines={lines} context={context} />
    </>
  );
}
