import fs from 'node:fs'

/** What is shared between those who ask about files. */
interface Shared {
  readonly root: string
  /** The paths, in UTF-8, with NUL between them. */
  readonly paths: SharedArrayBuffer
  /** Four numbers a file, as `Stamps` has them; 0 for a file that cannot be asked about. */
  readonly numbers: SharedArrayBuffer
  /** Which batch is the next; how many are done; then for each whether it is. */
  readonly state: SharedArrayBuffer
}

/** Of fewer files, a second thread has nothing left to do once it has started. */
const FEWEST_IN_PARALLEL = 20_000

/** So many files are asked about in one go. */
const BATCH = 256

/** After so many milliseconds without a batch done, the other thread is not waited for. */
const PATIENCE = 1000

/**
 * Asks the file system about files: their size, the times of the last change of the content and of the file in ms,
 * and the inode, four numbers each; 0 for one that cannot be asked about. Many files are asked about by two threads, as
 * this takes most of the time of a run in which nothing has changed: each takes the next few as long as there are any.
 */
export async function askAboutFiles(root: string, paths: readonly string[]): Promise<Float64Array> {
  if (paths.length === 0) return new Float64Array()
  const shared = sharedFor(root, paths)
  if (paths.length < FEWEST_IN_PARALLEL) askInTurn(fs, shared, BATCH)
  else await askWithHelp(shared, paths)
  return new Float64Array(shared.numbers)
}

function sharedFor(root: string, paths: readonly string[]): Shared {
  const text = Buffer.from(paths.join('\0'), 'utf8')
  const shared: Shared = {
    root,
    paths: new SharedArrayBuffer(text.length),
    numbers: new SharedArrayBuffer(paths.length * 32),
    state: new SharedArrayBuffer((2 + Math.ceil(paths.length / BATCH)) * 4),
  }
  Buffer.from(shared.paths).set(text)
  return shared
}

async function askWithHelp(shared: Shared, paths: readonly string[]): Promise<void> {
  const { Worker } = await import('node:worker_threads')
  const code = `(${askInTurn})(require('node:fs'), require('node:worker_threads').workerData, ${BATCH})`
  const helper = new Worker(code, { eval: true, workerData: shared })
  helper.unref()
  // Without its help, this thread does it all.
  helper.on('error', () => {})
  askInTurn(fs, shared, BATCH)
  finish(shared, paths)
  void helper.terminate()
}

/**
 * Takes one batch of files after the other until none is left. Runs in another thread, too: it knows only what it is
 * given.
 */
function askInTurn({ statSync }: typeof fs, { root, paths, numbers, state }: Shared, batch: number): void {
  const names = Buffer.from(paths).toString('utf8').split('\0')
  const shared = new Int32Array(state)
  const found = new Float64Array(numbers)
  for (;;) {
    const number = Atomics.add(shared, 0, 1)
    const start = number * batch
    if (start >= names.length) return
    for (let i = start; i < start + batch && i < names.length; i++) {
      try {
        const stats = statSync(`${root}/${names[i]}`, { throwIfNoEntry: false })
        if (!stats) continue
        found[i * 4] = stats.size
        found[i * 4 + 1] = stats.mtimeMs
        found[i * 4 + 2] = stats.ctimeMs
        found[i * 4 + 3] = stats.ino
      } catch {
        // It may not be asked about.
      }
    }
    Atomics.store(shared, 2 + number, 1)
    Atomics.add(shared, 1, 1)
    Atomics.notify(shared, 1)
  }
}

/** Waits for what the helper has taken, and does that too if nothing comes of it. */
function finish({ root, numbers, state }: Shared, paths: readonly string[]): void {
  const shared = new Int32Array(state)
  const batches = shared.length - 2
  for (let done = 0; done < batches; done = Atomics.load(shared, 1))
    if (done > 0 && Atomics.wait(shared, 1, done, PATIENCE) === 'timed-out') break
  for (let number = 0; number < batches; number++) {
    if (Atomics.load(shared, 2 + number) === 1) continue
    const some = sharedFor(root, paths.slice(number * BATCH, (number + 1) * BATCH))
    askInTurn(fs, some, BATCH)
    new Float64Array(numbers).set(new Float64Array(some.numbers), number * BATCH * 4)
  }
}
