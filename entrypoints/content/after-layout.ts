// Measures of the page without making it lay itself out: they are asked for when the browser has just done so.

/**
 * Gives a function that runs `run` once in the next frame, after the page was laid out and before it is painted. A new
 * observation of sizes is answered at just that moment; of something whose size our own writes never change, since a
 * page hears of observers that chase their own changes.
 */
export function afterLayout(document: Document, run: () => void, signal: AbortSignal): () => void {
  const safely = () => {
    if (!signal.aborted) run();
  };
  if (typeof ResizeObserver === 'undefined')
    return () => void document.defaultView?.requestAnimationFrame(safely);
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    safely();
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return () => {
    if (!signal.aborted) observer.observe(document.documentElement);
  };
}
