// An answer that nothing may hang on.

/** What `answer` brings, or `otherwise` where it fails or takes longer than `patience`, in milliseconds. */
export function inTime<Answer, Otherwise>(
  answer: Promise<Answer>,
  patience: number,
  otherwise: Otherwise,
): Promise<Answer | Otherwise> {
  const late = new Promise<Otherwise>((resolve) => setTimeout(resolve, patience, otherwise));
  return Promise.race([answer.catch(() => otherwise), late]);
}
