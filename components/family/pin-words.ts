// Why a PIN was not taken, in words, and how long to wait: rounded up, and never counted down. Pure.
import type { PinRefusal } from '../../utils/family-types';
import type { Translate } from '../../utils/i18n';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Longer waits than this many seconds are told in minutes. */
const MOST_SECONDS = 90;

export function refusalWords({ why, waitMs }: PinRefusal, t: Translate): string {
  if (why === 'no-pin' || why === 'off') return t(`family.pin.${why}`);
  if (waitMs <= 0) return t('family.pin.wrong');
  return t(why === 'wrong' ? 'family.pin.wrong-wait' : 'family.pin.wait', { time: waitWords(waitMs, t) });
}

function waitWords(waitMs: number, t: Translate): string {
  const seconds = Math.ceil(waitMs / SECOND_MS);
  if (seconds <= MOST_SECONDS) return t('family.time.seconds', { count: seconds });
  return t('family.time.minutes', { count: Math.ceil(waitMs / MINUTE_MS) });
}
