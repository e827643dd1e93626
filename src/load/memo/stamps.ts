import { askAboutFiles } from './ask-files.ts'

/** Numbers of a stamp: size in bytes, time of the last change of the content and of the file in ms, inode. */
const NUMBERS = 4

/**
 * Clocks of file systems go in steps, on FAT of two seconds: who changes a file twice in one step gives it the same
 * stamp twice. A stamp that was younger than that when it was taken proves nothing.
 */
const COARSEST_STEP = 2000

/**
 * What a file system tells of files without reading them: four numbers each, in the order of the paths. A file that
 * cannot be asked about has none, and so is never the same as before.
 */
export class Stamps {
  readonly numbers: Float64Array

  constructor(numbers: Float64Array) {
    this.numbers = numbers
  }

  /**
   * @param root absolute
   * @param paths below it
   * @param now the time before the files are asked about; stamps that are too young to prove anything are left out
   */
  static async take(root: string, paths: readonly string[], now: number): Promise<Stamps> {
    const numbers = await askAboutFiles(root, paths)
    const oldest = now - COARSEST_STEP
    for (let i = 0; i < numbers.length; i += NUMBERS) {
      const [modified, changed] = [numbers[i + 1] as number, numbers[i + 2] as number]
      const isProof = changed !== 0 && modified < oldest && changed < oldest
      if (!isProof) numbers.fill(Number.NaN, i, i + NUMBERS)
    }
    return new Stamps(numbers)
  }

  /** Stamps that prove nothing. */
  static none(count: number): Stamps {
    return new Stamps(new Float64Array(count * NUMBERS).fill(Number.NaN))
  }

  get count(): number {
    return this.numbers.length / NUMBERS
  }

  copy(): Stamps {
    return new Stamps(this.numbers.slice())
  }

  /** Makes a file's stamp one that no other is the same as. */
  forget(i: number): void {
    this.numbers.fill(Number.NaN, i * NUMBERS, (i + 1) * NUMBERS)
  }

  /** Whether all are the same, in their order, and none is missing. */
  equals(other: Stamps): boolean {
    const { numbers } = this
    if (numbers.length !== other.numbers.length) return false
    // Not by their bytes, as what is not a number is nothing's equal.
    for (let i = 0; i < numbers.length; i++) if (numbers[i] !== other.numbers[i]) return false
    return true
  }

  /** Whether one is the same as one of others. */
  isSame(i: number, others: Stamps, j: number): boolean {
    for (let k = 0; k < NUMBERS; k++)
      if (this.numbers[i * NUMBERS + k] !== others.numbers[j * NUMBERS + k]) return false
    return true
  }
}
