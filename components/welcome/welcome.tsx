// The welcome: who uses this browser, what is read, where help is, and a card to try. Under two minutes.
import { PageFrame } from '../page-frame';
import { DoneStep, TryStep } from './last-steps';
import { FamilyStep, PlaceStep, ReadsStep, WhoStep } from './steps';
import type { WelcomeProps } from './welcome-types';

export type WelcomePageProps = WelcomeProps & {
  readonly loading: boolean;
  /** Whether the family view is on now. */
  readonly familyIsOn: boolean;
  readonly onHelp: () => void;
};

export function Welcome(props: WelcomePageProps) {
  const { context, familyIsOn, loading, step } = props;
  const { t } = context;
  return (
    <PageFrame
      page="welcome"
      context={context}
      nav={step === 'done'}
      familyOn={familyIsOn}
      heading={t('welcome.title')}
    >
      {loading && <p role="status">{t('page.loading')}</p>}
      {!loading && step === 'who' && <p class="lead">{t('welcome.lead')}</p>}
      {!loading && <Step key={step} {...props} />}
    </PageFrame>
  );
}

function Step(props: WelcomePageProps) {
  switch (props.step) {
    case 'who':
      return <WhoStep {...props} />;
    case 'reads':
      return <ReadsStep {...props} />;
    case 'place':
      return <PlaceStep {...props} />;
    case 'family':
      return <FamilyStep {...props} />;
    case 'try':
      return <TryStep {...props} />;
    case 'done':
      return <DoneStep {...props} />;
  }
}
