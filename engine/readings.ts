// The last texts that were read, so that a message which is judged twice is read once.
import type { Detector, Reading } from './detector';

const KEPT = 64;
/** UTF-16 units. Longer ones are rare, and what is made of them is large. */
const LONGEST_KEPT = 1_000;

/** The same detector, which remembers its last readings. */
export function rememberReadings(detector: Detector): Detector {
  const readings = new Map<string, Reading>();
  return {
    ...detector,
    read(text) {
      const known = readings.get(text);
      if (known) return known;
      const reading = detector.read(text);
      if (text.length > LONGEST_KEPT) return reading;
      readings.set(text, reading);
      if (readings.size > KEPT) for (const oldest of readings.keys()) if (readings.delete(oldest)) break;
      return reading;
    },
  };
}
