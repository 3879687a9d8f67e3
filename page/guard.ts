// Runs adapters' and listeners' code so that none of their bugs reaches the page. An adapter that throws is switched
// off until the page is loaded again, and the popup says so.
import type { Adapter } from './adapter';

export type Guard = {
  /** The result of `call`, or `fallback` where the adapter is switched off or throws now. */
  run<T>(adapter: Adapter, step: string, call: () => T, fallback: T): T;
  isOff(adapter: Adapter): boolean;
  /** Runs a listener; what it throws is reported and goes no further. */
  tell(step: string, call: () => void): void;
};

export function createGuard(onError: (error: unknown, where: string) => void): Guard {
  const off = new Set<string>();
  const report = (error: unknown, where: string): void => {
    try {
      onError(error, where);
    } catch {
      // The sink itself is broken: there is nowhere left to say it, and the page must not notice.
    }
  };
  return {
    run(adapter, step, call, fallback) {
      if (off.has(adapter.id)) return fallback;
      try {
        return call();
      } catch (error) {
        off.add(adapter.id);
        report(error, `${adapter.id}: ${step}`);
        return fallback;
      }
    },
    isOff: (adapter) => off.has(adapter.id),
    tell(step, call) {
      try {
        call();
      } catch (error) {
        report(error, `listener: ${step}`);
      }
    },
  };
}
