// Who to reach: the lines to try first, open; all others, the picture tools and the apps' own forms, folded.
import type { HelpLine } from '../../help/types';
import { CountryChoice } from '../country-choice';
import { Fold } from '../fold';
import { HISTORY_NOTE } from '../lines/out-link';
import type { PageContext } from '../page-context';
import { SchoolContact } from '../school-contact';
import type { HelpPageProps } from './help-page-types';
import { FirstLines, Lines } from './lines';
import { PictureTools } from './picture-tools';
import { PlatformRoutes } from './platform-routes';
import { type Need, type Reach, type ReachGroup, reachFor } from './reach-lines';

export type ReachSectionProps = HelpPageProps & {
  readonly need: Need;
  readonly title: string;
  /** Shows the crisis line here, where nothing else has shown it. */
  readonly withNow?: boolean;
  /** Says what a page and a call leave behind: once, before the first link. */
  readonly withTraces: boolean;
};

export function ReachSection(props: ReachSectionProps) {
  const {
    need,
    title,
    withNow = false,
    withTraces,
    help,
    country,
    suggested,
    contact,
    context,
    actions,
  } = props;
  const { t } = context;
  const reach = reachFor(help, country ?? suggested, need);
  const lines = withNow ? [...reach.now, ...reach.first] : reach.first;
  return (
    <section class="block" aria-labelledby="reach-title">
      <h2 id="reach-title" tabIndex={-1}>
        {title}
      </h2>
      <CountryChoice {...{ country, suggested, help, context }} onChange={actions.setCountry} />
      <Expect
        lines={[...lines.map(({ line }) => line), ...reach.groups.flatMap((group) => group.lines)]}
        {...{ need, context }}
      />
      {withTraces && <Traces context={context} />}
      <Missing reach={reach} isChosen={(country ?? suggested) !== null} context={context} />
      <FirstLines lines={lines} context={context} />
      <SchoolContact contact={contact} context={context} />
      <div>
        {reach.groups
          .filter(({ id }) => id !== 'world')
          .map((group, index) => (
            <Group
              key={group.id}
              group={group}
              open={kindOf(group) === need.open || (lines.length === 0 && index === 0)}
              context={context}
            />
          ))}
        {need.reach.includes('platforms') && (
          <Fold title={t('help-page.platforms.title')}>
            <PlatformRoutes nameAs="strong" help={help} context={context} />
          </Fold>
        )}
        {reach.groups
          .filter(({ id }) => id === 'world')
          .map((group) => (
            <Group key={group.id} group={group} open={false} context={context} />
          ))}
      </div>
    </section>
  );
}

/** What a call asks of the person; and where a line takes texts or has a chat, that nobody needs to speak aloud at night. */
function Expect({
  lines,
  need,
  context: { t },
}: {
  readonly lines: readonly HelpLine[];
  readonly need: Need;
  readonly context: PageContext;
}) {
  const canWrite = lines.some(({ sms, chatUrl }) => sms !== null || chatUrl !== null);
  return (
    <p>
      {t(need.parent ? 'help.expect-parent' : 'help.expect')}
      {canWrite && !need.parent && ` ${t('help.silent')}`}
    </p>
  );
}

export function Traces({ context: { t } }: { readonly context: PageContext }) {
  return (
    <p class="quiet" id={HISTORY_NOTE}>
      {t('help.history')}
    </p>
  );
}

/** Says what the country lacks, so that nobody takes a list of lines for a line. */
function Missing({
  reach,
  isChosen,
  context: { t },
}: {
  readonly reach: Reach;
  readonly isChosen: boolean;
  readonly context: PageContext;
}) {
  return (
    <>
      {!reach.known && <p>{t(isChosen ? 'help-page.reach.none' : 'help-page.reach.choose')}</p>}
      {!reach.emergencyKnown && <p class="comfort">{t('help-page.emergency-unknown')}</p>}
    </>
  );
}

type GroupProps = { readonly group: ReachGroup; readonly open: boolean; readonly context: PageContext };

/** Steps that speak of pictures speak of people too. */
const kindOf = ({ id }: ReachGroup) => (id === 'picture-people' ? 'pictures' : id);

function Group({ group, open, context }: GroupProps) {
  const { t } = context;
  const { id, lines } = group;
  const title = id === 'picture-people' ? t('help-page.pictures.people') : t(`help.group.${id}`);
  return (
    <Fold title={title} open={open}>
      {kindOf(group) === 'pictures' ? (
        <PictureTools lines={lines} stayOnDevice={id === 'pictures'} context={context} />
      ) : (
        <Lines lines={lines} context={context} />
      )}
    </Fold>
  );
}
