const DEADLOCK = '40P01';
const MOST_TRIES = 5;

/** Whether the server undid it whole because it and another one waited for each other. */
function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error as { code?: string }).code === DEADLOCK || isDeadlock(error.cause);
}

/** Does what may get tangled up with others over locks; where the server has undone it for that, it is done anew. */
export async function untangled<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries >= MOST_TRIES || !isDeadlock(error)) throw error;
    }
  }
}
