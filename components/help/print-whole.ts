// Paper can't be opened: a page is printed with all its folds open, which are closed again afterwards.
import { useEffect } from 'preact/hooks';

export function usePrintWhole(isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole) return;
    let opened: readonly HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...opened, ...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
      for (const fold of opened) fold.open = true;
    };
    const close = () => {
      for (const fold of opened) fold.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, [isWhole]);
}
