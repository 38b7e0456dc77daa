/**
 * Lists of values as each thread of a story has them: of a list in threads its n-th value, of any other list all of it. A
 * story that is not told in threads has one thread, of everything.
 */
export function threadsOf<T>(
  lists: readonly (readonly T[])[],
  isThreaded: readonly boolean[],
): readonly (readonly (readonly T[])[])[] {
  const threaded = lists.filter((_, kind) => isThreaded[kind]);
  const count = Math.max(1, ...threaded.map(({ length }) => length));
  return Array.from({ length: count }, (_, thread) =>
    lists.map((list, kind) => (isThreaded[kind] ? list.slice(thread, thread + 1) : list)),
  );
}
