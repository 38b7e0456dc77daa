/**
 * Lists of values as each thread of a story has them: of a list in threads its n-th value, of any other list those that may
 * stand behind the thread (`behindOf`: the numbers of these threads, from 1; none for every one). A story that is not told in
 * threads has one thread, of everything.
 */
export function threadsOf<T>(
  lists: readonly (readonly T[])[],
  isThreaded: readonly boolean[],
  behindOf: (value: T) => readonly number[],
): readonly (readonly (readonly T[])[])[] {
  const threaded = lists.filter((_, kind) => isThreaded[kind]);
  const count = Math.max(1, ...threaded.map(({ length }) => length));
  return Array.from({ length: count }, (_, thread) =>
    lists.map((list, kind) =>
      isThreaded[kind]
        ? list.slice(thread, thread + 1)
        : list.filter((value) => standsBehind(behindOf(value), thread + 1)),
    ),
  );
}

function standsBehind(threads: readonly number[], thread: number): boolean {
  return threads.length === 0 || threads.includes(thread);
}
