// What can take pictures down, and who each is for. Of tools also how they work: a frightened child must know that nobody
// sees the picture. Of people nothing is promised.
import type { HelpLine } from '../../help/types';
import { lineNames } from '../line-names';
import type { PageContext } from '../page-context';
import { Lines } from './lines';

export function PictureTools({
  lines,
  stayOnDevice,
  context,
}: {
  readonly lines: readonly HelpLine[];
  /** True where the picture leaves the device with none of these lines. */
  readonly stayOnDevice: boolean;
  readonly context: PageContext;
}) {
  const { t, language } = context;
  const told = lines.filter(({ id }) => t.has(`help-page.pictures.for.${id}`));
  return (
    <>
      {stayOnDevice && <p>{t('help-page.pictures.how')}</p>}
      {told.length > 0 && (
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
      )}
      <Lines lines={lines} context={context} />
    </>
  );
}
